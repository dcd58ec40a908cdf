import { TRAITS } from '#domain/document/document-type.ts'
import { type Cents, decimalText } from '#domain/money/decimal.ts'
import type { Sums } from '#domain/sale/sums.ts'
import { CASH, type PaymentMethod } from '#domain/sale/tender.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'
import { likelyNotes } from './likely-notes.ts'

type PaymentPresetsProps = {
  readonly sums: Sums
  /** What is left to pay. */
  readonly due: Cents
  /** Nothing is paid yet. */
  readonly isWhole: boolean
  readonly method: PaymentMethod
  readonly onPreset: (amount: Cents) => void
}

/** Amounts that are likely: what is due, a note of cash, or the whole total where part of it will be withheld. */
export const PaymentPresets = ({ sums, due, isWhole, method, onPreset }: PaymentPresetsProps) => {
  const text = useText()
  const isTakenIn = TRAITS[sums.docType].flow === 'in'
  const { total } = sums.totals
  return (
    <fieldset className="notes" aria-label={text('payment.notes')}>
      <Button onClick={() => onPreset(due)}>{text('payment.exact')}</Button>
      {isTakenIn &&
        method === CASH &&
        likelyNotes(due).map((note) => (
          <Button key={note} onClick={() => onPreset(note)}>
            {`$${decimalText(note, 2)}`}
          </Button>
        ))}
      {isTakenIn && isWhole && method !== CASH && total > due && (
        <Button onClick={() => onPreset(total)}>{text('payment.whole_total', { amount: dollars(total) })}</Button>
      )}
    </fieldset>
  )
}
