import type { Cents } from '#domain/money/decimal.ts'
import type { Result } from '#domain/result/result.ts'
import type { Settlement, TenderRefusal } from '#domain/sale/tender.ts'
import { useText } from '../../i18n/use-text.ts'
import { dollars } from '../../ui/dollars.ts'

type PaymentChangeProps = {
  /** Null while what stands in the field is no amount. */
  readonly settled: Result<Settlement, TenderRefusal> | null
  readonly missing: Cents
}

/** What to give back, or what is missing or too much, in figures that are read at arm's length. */
export const PaymentChange = ({ settled, missing }: PaymentChangeProps) => {
  const text = useText()
  const change = settled?.ok ? settled.value.change : null
  const wrong =
    missing > 0
      ? text('payment.missing', { amount: dollars(missing) })
      : text('payment.too_much', { amount: dollars(-missing) })
  return (
    <p className={`payment-change${change === null ? ' payment-missing' : ''}`} aria-live="polite">
      {change === null ? (
        <strong>{wrong}</strong>
      ) : (
        <>
          {text('payment.change')}
          <strong data-testid="payment-change">{dollars(change)}</strong>
        </>
      )}
    </p>
  )
}
