import type { DocumentDetailView } from '#contract/documents.ts'
import { TRAITS } from '#domain/document/document-type.ts'
import { decimalText } from '#domain/money/decimal.ts'
import { lineAmounts } from '#domain/sale/line.ts'
import { useText } from '../../i18n/use-text.ts'
import { dollars } from '../../ui/dollars.ts'

/** What was sold, bought or taken back, and what it comes to. */
export const DocumentLines = ({ document }: { readonly document: DocumentDetailView }) => {
  const text = useText()
  const { totals, docType } = document
  /** Who deducts the VAT sees it apart from the net. */
  const hasNet = TRAITS[docType].party === 'taxpayer'
  const withheld = document.reportedWithheld ?? document.withheld
  return (
    <section className="detail-part">
      <h3>{text('documents.lines')}</h3>
      <ul className="detail-lines">
        {document.lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no name but its place on the paper.
          <li key={index}>
            <span>{line.unit === 'kg' ? `${decimalText(line.quantity, 3, 3)} kg` : decimalText(line.quantity, 3)}</span>
            <span>{line.description}</span>
            <span>{dollars(lineAmounts(line).amount)}</span>
          </li>
        ))}
      </ul>
      <dl className="detail-sums">
        {totals.discount > 0 && (
          <div>
            <dt>{text('sale.discount')}</dt>
            <dd>{dollars(-totals.discount)}</dd>
          </div>
        )}
        {hasNet && (
          <div>
            <dt>{text('after.net')}</dt>
            <dd>{dollars(totals.total - totals.vat)}</dd>
          </div>
        )}
        {TRAITS[docType].vat === 'included' && (
          <div>
            <dt>{text(hasNet ? 'after.vat' : 'sale.vat')}</dt>
            <dd>{dollars(totals.vat)}</dd>
          </div>
        )}
        <div className="detail-total">
          <dt>{text('sale.total')}</dt>
          <dd>{dollars(totals.total)}</dd>
        </div>
        {withheld > 0 && (
          <>
            <div>
              <dt>
                {text(TRAITS[docType].withheld === 'income' ? 'after.withheld_income' : 'after.withheld_vat')}
                {document.reportedWithheld === null && docType !== '05' && ` (${text('after.estimated')})`}
              </dt>
              <dd>{dollars(-withheld)}</dd>
            </div>
            <div className="detail-total">
              <dt>{text(TRAITS[docType].flow === 'in' ? 'after.due_in' : 'after.due_out')}</dt>
              <dd>{dollars(totals.total - withheld)}</dd>
            </div>
          </>
        )}
      </dl>
    </section>
  )
}
