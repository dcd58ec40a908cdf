import type { DocumentSummaryView } from '#contract/documents.ts'
import type { CompletedSaleView } from '#contract/sale.ts'
import { TRAITS } from '#domain/document/document-type.ts'
import { useText } from '../../i18n/use-text.ts'
import { dollars } from '../../ui/dollars.ts'
import { Icon } from '../../ui/icons.tsx'
import { saleNumberText } from '../../ui/sale-number.ts'

type ResultMoneyProps = { readonly sale: CompletedSaleView; readonly document: DocumentSummaryView }

/** What to give back, or what was handed over, and what the sale came to. */
export const ResultMoney = ({ sale, document }: ResultMoneyProps) => {
  const text = useText()
  const isPaidOut = TRAITS[document.docType].flow === 'out'
  const withheld = document.reportedWithheld ?? sale.withheld
  const figure = isPaidOut ? sale.totals.total - sale.withheld : sale.change
  return (
    <div className="result-money">
      <h2 className="result-charged">
        <Icon name="check" />
        {text(isPaidOut ? 'result.paid_out' : 'result.charged')}
      </h2>
      {figure > 0 ? (
        <p className="result-change">
          {text(isPaidOut ? 'result.handed_over' : 'result.change')}
          <strong data-testid="result-change">{dollars(figure)}</strong>
        </p>
      ) : (
        <p className="result-change result-exact">
          <strong data-testid="result-change">{text('result.no_change')}</strong>
        </p>
      )}
      <p className="result-total">
        <span>
          {text('result.total')} <strong>{dollars(sale.totals.total)}</strong>
        </span>
        {withheld > 0 && (
          <span>
            {text(document.reportedWithheld === null ? 'result.withheld_estimate' : 'result.withheld')}{' '}
            <strong data-testid="withheld">{dollars(withheld)}</strong>
          </span>
        )}
        <span>{text(isPaidOut ? 'sale.number_out' : 'result.sale', { number: saleNumberText(sale.saleNumber) })}</span>
      </p>
    </div>
  )
}
