import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import type { PrintJob, Stores } from '../ports/stores.ts'
import type { Clock, UnitOfWork } from '../ports/system.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'printJobs' | 'journal'>
  readonly unitOfWork: UnitOfWork
  readonly clock: Clock
}

/** A person wants a paper of this document, now: the ticket or the slip, whichever it may have. A cancelled one has none. */
export const askForPaper =
  ({ stores, unitOfWork, clock }: Dependencies) =>
  (externalRef: string): Result<PrintJob, Refusal> =>
    unitOfWork.run(() => {
      const document = stores.documents.find(externalRef)
      if (!document) return fail(refusal('document_unknown', 'external_ref'))
      if (document.state === 'cancelled') return fail(refusal('document_cancelled', 'external_ref'))
      const now = clock.now()
      const job = stores.printJobs.insert(externalRef, now, now)
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
