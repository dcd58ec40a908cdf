import type { PrintJob } from '#application/ports/stores.ts'
import type { PrintJobView } from '#contract/printing.ts'
import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import type { Parts } from '../assemble-parts.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

type Needs = Pick<Parts, 'stores' | 'printers' | 'documentChanged' | 'askForPaper' | 'guardDisk'>

const MOST_JOBS = 50

export const jobView = ({ jobId, externalRef, paper, state, copy, code, changedAt }: PrintJob): PrintJobView => ({
  jobId,
  externalRef,
  paper,
  state,
  copy,
  code,
  at: changedAt,
})

export const printingHandlers = ({ stores, printers, documentChanged, askForPaper, guardDisk }: Needs) => ({
  jobs: implementer.printing.jobs.handler(() => stores.printJobs.list(MOST_JOBS).map(jobView)),
  again: implementer.printing.again.handler(({ input }) => {
    const job = stores.printJobs.find(input.jobId)
    if (!job) return mutable(fail(refusal('print_job_unknown', 'job_id')))
    const asked = guardDisk(() => askForPaper(job.externalRef))
    if (!asked.ok) return mutable(asked)
    documentChanged(job.externalRef)
    return ok({ jobId: asked.value.jobId })
  }),
  test: implementer.printing.test.handler(async () => {
    const status = await printers.check()
    return mutable(status.kind === 'trouble' ? fail(refusal(status.code)) : ok({ state: status.kind }))
  }),
  papers: implementer.printing.papers.handler(({ input }) => mutable(printers.papersAfter(input.after))),
})
