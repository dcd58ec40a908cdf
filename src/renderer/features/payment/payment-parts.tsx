import type { Tender } from '#domain/sale/tender.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'

type PaymentPartsProps = { readonly parts: readonly Tender[]; readonly onRemove: (index: number) => void }

/** The payments of a split that are already taken. */
export const PaymentParts = ({ parts, onRemove }: PaymentPartsProps) => {
  const text = useText()
  if (parts.length === 0) return null
  return (
    <ul className="parts" aria-label={text('payment.parts')}>
      {parts.map(({ method, amount }, index) => {
        const named = { method: text(`method.${method}`), amount: dollars(amount) }
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no name but its place in the list.
          <li key={index}>
            <span>{named.method}</span>
            <strong>{named.amount}</strong>
            <Button
              look="quiet"
              icon="close"
              aria-label={text('payment.remove_part', named)}
              onClick={() => onRemove(index)}
            />
          </li>
        )
      })}
    </ul>
  )
}
