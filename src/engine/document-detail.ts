import type { DocumentList } from '#application/ports/document-list.ts'
import type { Stores } from '#application/ports/stores.ts'
import type { Clock } from '#application/ports/system.ts'
import { creditedLines } from '#application/returning/credit-sale.ts'
import { windowOf } from '#application/sending/ask-cancellation.ts'
import { creditedAmounts, partsLeft } from '#domain/sale/parts-left.ts'

/** Everything known of one document, or null where there is none of this ref. */
export const documentDetail = (stores: Stores, documentList: DocumentList, clock: Clock) => (externalRef: string) => {
  const summary = documentList.summary(externalRef)
  const sale = stores.sales.find(externalRef)
  const document = stores.documents.find(externalRef)
  if (!summary || !sale || !document) return null
  const { state, step, lane, tries } = stores.outbox.find(externalRef)
  const credited = creditedLines(stores, externalRef)
  return {
    ...summary,
    generationCode: document.facts?.generationCode ?? null,
    receptionStamp: document.facts?.receptionStamp ?? null,
    documentId: document.facts?.documentId ?? null,
    issuedAt: document.issuedAt,
    revision: document.revision,
    customer: document.customer,
    lines: sale.lines,
    totals: sale.totals,
    tenders: sale.settlement.tenders,
    change: sale.settlement.change,
    credit: sale.credit,
    about: stores.documents
      .about(externalRef)
      .flatMap(({ origin, externalRef: ref, docType, state: stateNow, total, withheld }) =>
        origin ? [{ externalRef: ref, relation: origin.relation, docType, state: stateNow, total, withheld }] : [],
      ),
    left: document.docType === '03' ? partsLeft(sale.lines, credited) : [],
    credited: creditedAmounts(sale.lines, credited),
    cancelWindow: document.state === 'stamped' ? windowOf(document, clock.now()) : null,
    automaticNote: document.automaticNote,
    dueSettlement: stores.documents.dueSettlement(externalRef),
    entry: { state, step, lane, tries },
    files: stores.files
      .list(externalRef)
      .map(({ kind, sha256, bytes, fetchedAt }) => ({ kind, sha256, bytes, fetchedAt })),
    history: stores.documents.attempts(externalRef),
  }
}
