import type { Cents } from '#domain/money/decimal.ts'
import type { Refusal } from '#domain/result/refusal.ts'
import type { Result } from '#domain/result/result.ts'
import { paidOf } from '#domain/sale/give-back.ts'
import type { Settlement } from '#domain/sale/tender.ts'
import { useText } from '../../i18n/use-text.ts'
import { dollars } from '../../ui/dollars.ts'

type PaymentChangeProps = {
  /** Null while what stands in the field is no amount. */
  readonly settled: Result<Settlement, Refusal> | null
  readonly missing: Cents
  readonly due: Cents
  readonly isPaidOut: boolean
}

/** What to give back, or what is missing or too much, in figures that are read at arm's length. */
export const PaymentChange = ({ settled, missing, due, isPaidOut }: PaymentChangeProps) => {
  const text = useText()
  if (!settled?.ok) {
    const key = missing > 0 ? 'payment.missing' : 'payment.too_much'
    return (
      <p className="payment-change payment-missing" aria-live="polite">
        <strong>{text(key, { amount: dollars(Math.abs(missing)) })}</strong>
      </p>
    )
  }
  const paid = paidOf(settled.value)
  return (
    <p className="payment-change" aria-live="polite">
      {text(isPaidOut ? 'payment.hand_over' : 'payment.change')}
      <strong data-testid="payment-change">{dollars(isPaidOut ? paid : settled.value.change)}</strong>
      {paid > due && <small>{text('payment.over', { amount: dollars(paid - due) })}</small>}
    </p>
  )
}
