import { isVoid } from '#domain/document/document-state.ts'
import type { PaperKind } from '#domain/ticket/choose-paper.ts'
import { choosePaper } from '#domain/ticket/choose-paper.ts'
import { reach } from '#failpoint'
import type { Printer } from '../ports/printing.ts'
import type { PrintJob, Stores } from '../ports/stores.ts'
import type { Clock } from '../ports/system.ts'
import type { ComposedPaper } from './compose-paper.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'files' | 'printJobs'>
  readonly clock: Clock
  readonly printer: () => Printer
  readonly compose: (externalRef: string, paper: PaperKind, copy: number) => Promise<ComposedPaper>
  readonly lineDown: () => boolean
  readonly changed: (job: PrintJob) => void
  /** Told of a bug that kept a paper from being made. */
  readonly trouble: (cause: unknown) => void
}

type Ready = { readonly job: PrintJob; readonly paper: PaperKind; readonly isVoid: boolean }

/**
 * Prints the first waiting job (or `only` this one) whose paper can be decided, and answers with it; null where none can be yet. A job says `printing`
 * on disk before its first byte goes out, so that one cut short is known to be unknown.
 */
export const printWaiting = ({ stores, clock, printer, compose, lineDown, changed, trouble }: Dependencies) => {
  const ready = (job: PrintJob): Ready | null => {
    const document = stores.documents.find(job.externalRef)
    if (!document) throw new Error(`print job without a document: ${job.externalRef}`)
    const paper = choosePaper(
      {
        state: document.state,
        ticketKept: stores.files.find(job.externalRef, 'ticket') !== null,
        ticketWanted: stores.files.wanted(job.externalRef, 'ticket') !== null,
        lineDown: lineDown(),
        decideBy: job.decideBy,
      },
      clock.now(),
    )
    return paper === null ? null : { job, paper, isVoid: isVoid(document.state) }
  }
  const record = (job: PrintJob, change: Partial<PrintJob>): PrintJob => {
    const next = { ...job, ...change, changedAt: clock.now() }
    stores.printJobs.update(next)
    changed(next)
    return next
  }
  const composeOrSay = ({ externalRef, copy }: PrintJob, paper: PaperKind): Promise<ComposedPaper | null> =>
    compose(externalRef, paper, copy).catch((cause: unknown) => {
      trouble(cause)
      return null
    })
  const claim = ({ job, paper }: Ready): PrintJob | null => stores.printJobs.claim(job.jobId, paper, clock.now())

  return async (only?: number): Promise<PrintJob | null> => {
    const found = stores.printJobs
      .waiting()
      .filter(({ jobId }) => only === undefined || jobId === only)
      .map(ready)
      .find((one) => one !== null)
    const printing = found && claim(found)
    if (!found || !printing) return null
    reach('print_after_claim')
    changed(printing)
    // Cancelled or withdrawn while it waited: a slip would promise what will never come.
    if (found.isVoid) return record(printing, { state: 'failed', code: 'document_cancelled' })
    const composed = await composeOrSay(printing, found.paper)
    if (composed === null) return record(printing, { state: 'failed', code: 'paper_not_composed' })
    reach('print_before_bytes')
    const outcome = await printer().print(composed.bytes)
    reach('print_after_bytes')
    const code = outcome.kind === 'printed' ? null : outcome.code
    const printed = record(printing, { state: outcome.kind, paper: composed.paper, code })
    reach('print_after_commit')
    return printed
  }
}
