import { isIssued, isVoid } from '#domain/document/document-state.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import type { PrintJob, Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'files' | 'printJobs' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
  /** How long somebody waits at the counter, milliseconds. */
  readonly counterMs: () => number
}

/**
 * A person wants a paper of this document, now: the ticket or the slip, whichever it may have. A cancelled one has none. An official ticket that
 * was not fetched yet is fetched ahead of all others, and waited for as long as at the counter.
 */
export const askForPaper =
  ({ stores, unitOfWork, clock, counterMs }: Dependencies) =>
  (externalRef: string): Result<PrintJob, Refusal> =>
    unitOfWork.run(() => {
      const document = stores.documents.find(externalRef)
      if (!document) return fail(refusal('document_unknown', 'external_ref'))
      if (isVoid(document.state)) return fail(refusal('document_cancelled', 'external_ref'))
      const now = clock.now()
      const isTicketDue = isIssued(document.state) && stores.files.wanted(externalRef, 'ticket') !== null
      if (isTicketDue) stores.files.want({ externalRef, kind: 'ticket', dueAt: now, tries: 0 })
      const job = stores.printJobs.insert(externalRef, isTicketDue ? now + counterMs() : now, now)
      stores.journal.append({
        kind: 'act',
        at: now,
        act: 'paper_asked',
        externalRef,
        reason: '',
        facts: { job_id: job.jobId },
      })
      return ok(job)
    })
