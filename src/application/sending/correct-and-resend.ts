import { type Customer, customerRefusal, tidyCustomer } from '#domain/customer/customer.ts'
import { canCorrect } from '#domain/document/can-correct.ts'
import { CAN_CORRECT, transition } from '#domain/document/document-state.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { pricedSaleRefusal } from '#domain/sale/sale.ts'
import { reach } from '#failpoint'
import type { RequestWriter } from '../ports/request-writer.ts'
import type { Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'sales' | 'documents' | 'outbox' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  readonly requests: RequestWriter
}

/**
 * Another customer for a document that was refused or rejected: a new frozen request under the same ref, due now; the requests before
 * it are kept.
 */
export const correctAndResend =
  ({ stores, unitOfWork, clock, requests }: Dependencies) =>
  (externalRef: string, correction: Customer | null): Result<FiscalDocument, Refusal> => {
    const customer = correction && tidyCustomer(correction)
    const wrong = customer && customerRefusal(customer)
    if (wrong) return fail(wrong)
    const resent = unitOfWork.run((): Result<FiscalDocument, Refusal> => {
      const sale = stores.sales.find(externalRef)
      const document = stores.documents.find(externalRef)
      if (!sale || !document) return fail(refusal('document_unknown', 'external_ref'))
      if (!canCorrect(document))
        return fail(
          CAN_CORRECT.includes(document.state)
            ? refusal('note_not_correctable', 'external_ref')
            : refusal('document_not_correctable', 'external_ref'),
        )
      const unlawful = pricedSaleRefusal({ docType: document.docType, lines: sale.lines, customer })
      if (unlawful) return fail(unlawful)
      const written = requests.write({
        docType: document.docType,
        externalRef,
        lines: sale.lines,
        customer,
        paymentMethod: sale.settlement.method,
        credit: sale.credit,
        origin: document.origin,
        isWhole: false,
      })
      if (written.sha256 === stores.documents.request(externalRef, document.revision).sha256)
        return fail(refusal('correction_unchanged', 'customer'))
      const now = clock.now()
      const { state, step } = transition(document.state, 'corrected')
      const corrected = { ...document, state, customer, revision: document.revision + 1, remarks: null }
      const request = { revision: corrected.revision, ...written }
      stores.documents.freeze(externalRef, request, now)
      stores.documents.update(corrected)
      stores.outbox.place(externalRef, { state: 'due', step, lane: 'counter', dueAt: now, tries: 0 })
      const reason = document.remarks?.texts.join(' · ') ?? ''
      stores.journal.append({
        kind: 'act',
        at: now,
        act: 'corrected',
        externalRef,
        reason,
        document: corrected,
        request,
      })
      reach('correct_before_commit')
      return ok(corrected)
    })
    reach('correct_after_commit')
    return resent
  }
