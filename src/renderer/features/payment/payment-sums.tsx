import { TRAITS } from '#domain/document/document-type.ts'
import type { Sums } from '#domain/sale/sums.ts'
import { useText } from '../../i18n/use-text.ts'
import { dollars } from '../../ui/dollars.ts'

/** What is due, step by step, where it is not simply the total: the VAT that is broken out, and what is kept back. */
export const PaymentSums = ({ sums }: { readonly sums: Sums }) => {
  const text = useText()
  const { docType, totals, net, withheld } = sums
  const rows = [
    ...(docType === '03'
      ? ([
          ['sale.net', net],
          ['sale.vat_apart', totals.vat],
        ] as const)
      : []),
    ...(docType === '03' || withheld > 0 ? ([['sale.total', totals.total]] as const) : []),
    ...(withheld > 0
      ? ([[TRAITS[docType].withheld === 'income' ? 'sale.withheld_income' : 'sale.withheld_vat', -withheld]] as const)
      : []),
  ]
  if (rows.length === 0) return null
  return (
    <dl className="payment-sums">
      {rows.map(([key, amount]) => (
        <div key={key}>
          <dt>{text(key)}</dt>
          <dd>{dollars(amount)}</dd>
        </div>
      ))}
    </dl>
  )
}
