import { TRAITS } from '#domain/document/document-type.ts'
import type { Cents } from '#domain/money/decimal.ts'
import type { Sums } from '#domain/sale/sums.ts'
import { type TextKey, useText } from '../../i18n/use-text.ts'
import { dollars } from '../../ui/dollars.ts'

type Row = readonly [key: TextKey, amount: Cents]

/** What the total is made of: a crédito fiscal breaks the 13 % out, the others only tell of it. */
const madeOf = ({ docType, totals, net }: Sums): readonly Row[] => {
  if (docType !== '03')
    return [
      ['sale.subtotal', totals.subtotal],
      ['sale.discount', -totals.discount],
      ...(docType === '14' ? [] : ([[docType === '11' ? 'sale.vat_none' : 'sale.vat', totals.vat]] as const)),
    ]
  return [
    ...(totals.discount > 0 ? ([['sale.discount', -totals.discount]] as const) : []),
    ['sale.net', net],
    ['sale.vat_apart', totals.vat],
  ]
}

const keptBack = ({ docType, totals, withheld }: Sums): readonly Row[] =>
  withheld === 0
    ? []
    : [
        ['sale.total', totals.total],
        [TRAITS[docType].withheld === 'income' ? 'sale.withheld_income' : 'sale.withheld_vat', -withheld],
      ]

const dueKey = ({ docType, withheld }: Sums): TextKey => {
  if (TRAITS[docType].flow === 'out') return 'sale.due_out'
  return withheld === 0 ? 'sale.total' : 'sale.due_in'
}

/** What the sale comes to; what changes hands in large figures. */
export const CartSums = ({ sums }: { readonly sums: Sums }) => {
  const text = useText()
  return (
    <>
      <dl className="cart-sums">
        {[...madeOf(sums), ...keptBack(sums)].map(([key, amount]) => (
          <div key={key}>
            <dt>{text(key)}</dt>
            <dd>{dollars(amount)}</dd>
          </div>
        ))}
      </dl>
      <p className="cart-total" aria-live="polite">
        <span>
          {text(dueKey(sums))}
          <small>{text('sale.lines_count', { count: sums.lines.length })}</small>
        </span>
        <strong data-testid="cart-total">{dollars(sums.due)}</strong>
      </p>
    </>
  )
}
