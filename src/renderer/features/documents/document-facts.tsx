import type { ReactNode } from 'react'
import type { DocumentDetailView } from '#contract/documents.ts'
import { localDate, localTime } from '#domain/clock/local-time.ts'
import { useText } from '../../i18n/use-text.ts'
import { dollars } from '../../ui/dollars.ts'

type FactsProps = { readonly document: DocumentDetailView }

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) =>
  children ? (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null

/** What identifies a document, here and at MH. */
export const DocumentFacts = ({ document }: FactsProps) => {
  const text = useText()
  const { customer, issuedAt, createdAt } = document
  const buyer = [
    customer?.name ?? text('common.final_consumer'),
    customer?.document && `${text(`customer.type_${customer.document.type}`)} ${customer.document.number}`,
    customer?.taxpayer && `NIT ${customer.taxpayer.nit} · NRC ${customer.taxpayer.nrc}`,
    customer?.email,
    customer?.phone,
  ].filter(Boolean)
  const paid = document.tenders.map(({ method, amount }) => `${text(`method.${method}`)} ${dollars(amount)}`)
  return (
    <section className="detail-part">
      <h3>{text('documents.facts')}</h3>
      <dl className="facts">
        <Fact name={text('documents.control_number')}>{document.controlNumber}</Fact>
        <Fact name={text('documents.generation_code')}>{document.generationCode}</Fact>
        <Fact name={text('documents.reception_stamp')}>{document.receptionStamp}</Fact>
        <Fact name={text('documents.reference')}>{document.externalRef}</Fact>
        <Fact name={text('documents.customer')}>{buyer.join(' · ')}</Fact>
        <Fact name={text('documents.created')}>{`${localDate(createdAt)} ${localTime(createdAt)}`}</Fact>
        <Fact name={text('documents.issued_at')}>
          {issuedAt !== null && `${localDate(issuedAt)} ${localTime(issuedAt)}`}
        </Fact>
        <Fact name={text('documents.fiscal_date')}>
          {document.fiscalDate !== null && document.fiscalDate !== document.businessDate && document.fiscalDate}
        </Fact>
        <Fact name={text('documents.reported_total')}>
          {document.reportedTotal !== null &&
            document.reportedTotal !== document.total &&
            dollars(document.reportedTotal)}
        </Fact>
        <Fact name={text('documents.paid')}>{paid.join(' · ')}</Fact>
        <Fact name={text('after.credit_term')}>
          {document.credit && text(`after.term_${document.credit.unit}`, { count: document.credit.amount })}
        </Fact>
        <Fact name={text('documents.change')}>{document.change > 0 && dollars(document.change)}</Fact>
        <Fact name={text('documents.revision')}>{document.revision > 1 && String(document.revision)}</Fact>
      </dl>
    </section>
  )
}
