import { type DocumentType, TRAITS } from '#domain/document/document-type.ts'
import type { Tender } from '#domain/sale/tender.ts'
import { useText } from '../../i18n/use-text.ts'
import { dollars } from '../../ui/dollars.ts'

type MoneyBackProps = {
  /** What is taken back: for what went out the money comes in again. */
  readonly docType: DocumentType
  readonly back: readonly Tender[]
}

/** How much goes back, and the way that it came. */
export const MoneyBack = ({ docType, back }: MoneyBackProps) => {
  const text = useText()
  if (back.length === 0) return <p>{text('after.no_money')}</p>
  const title = text(TRAITS[docType].flow === 'in' ? 'after.give_back' : 'after.take_back')
  return (
    <section className="money-back" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {back.map(({ method, amount }) => (
          <li key={method}>
            <strong>{dollars(amount)}</strong> <span>{text(`method.${method}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
