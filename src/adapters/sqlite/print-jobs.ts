import { z } from 'zod'
import { PRINT_STATES, type PrintJob, type PrintJobs } from '#application/ports/stores.ts'
import type { Connection } from './open-database.ts'

const REF = '(SELECT external_ref FROM fiscal_document d WHERE d.document_id = j.document_id) AS external_ref'

const INSERT = `
  INSERT INTO print_job (document_id, state, copy, decide_by, changed_at)
  VALUES ((SELECT document_id FROM fiscal_document WHERE external_ref = :external_ref), 'waiting', 1, :decide_by, :now)`

/** Papers of the same kind that surely or perhaps came out, or are coming out now. */
const OTHER_COPIES = `
  SELECT count(*) FROM print_job other
   WHERE other.document_id = (SELECT document_id FROM fiscal_document WHERE external_ref = :external_ref)
     AND other.state IN ('printing', 'printed', 'unknown') AND (other.paper = 'slip') = (:paper = 'slip')`

const CLAIM = `
  UPDATE print_job AS j
     SET state = 'printing', paper = :paper, changed_at = :now,
         copy = 1 + (SELECT count(*) FROM print_job other
                      WHERE other.document_id = j.document_id AND other.state IN ('printing', 'printed', 'unknown')
                        AND (other.paper = 'slip') = (:paper = 'slip'))
   WHERE job_id = :job_id AND state = 'waiting'
  RETURNING job_id`

const UPDATE = `
  UPDATE print_job SET paper = :paper, state = :state, copy = :copy, code = :code, changed_at = :changed_at WHERE job_id = :job_id`

const INTERRUPT = `UPDATE print_job SET state = 'unknown', changed_at = :now WHERE state = 'printing'`

const row = z
  .object({
    job_id: z.int(),
    external_ref: z.string(),
    paper: z.enum(['ticket', 'text_ticket', 'slip']).nullable(),
    state: z.enum(PRINT_STATES),
    copy: z.int(),
    decide_by: z.int(),
    code: z.string().nullable(),
    changed_at: z.int(),
  })
  .transform(
    ({ job_id, external_ref, decide_by, changed_at, ...job }): PrintJob => ({
      ...job,
      jobId: job_id,
      externalRef: external_ref,
      decideBy: decide_by,
      changedAt: changed_at,
    }),
  )

const LATEST = `
  SELECT *, ${REF} FROM print_job j
   WHERE document_id = (SELECT document_id FROM fiscal_document WHERE external_ref = ?) ORDER BY job_id DESC LIMIT 1`

export const sqlitePrintJobs = (connection: Connection): PrintJobs => {
  const insert = connection.prepare(INSERT)
  const update = connection.prepare(UPDATE)
  const interrupt = connection.prepare(INTERRUPT)
  const byId = connection.prepare(`SELECT *, ${REF} FROM print_job j WHERE job_id = ?`)
  const latest = connection.prepare(LATEST)
  const list = connection.prepare(`SELECT *, ${REF} FROM print_job j ORDER BY job_id DESC LIMIT ?`)
  const waiting = connection.prepare(`SELECT *, ${REF} FROM print_job j WHERE state = 'waiting' ORDER BY job_id`)
  const otherCopies = connection.prepare(OTHER_COPIES).pluck()
  const claim = connection.prepare(CLAIM).pluck()
  const counts = connection.prepare(
    `SELECT state, count(*) AS count FROM print_job WHERE state <> 'printed' GROUP BY state`,
  )
  const one = (found: unknown): PrintJob | null => (found === undefined ? null : row.parse(found))
  const find = (jobId: number | bigint) => one(byId.get(jobId))
  return {
    insert: (externalRef, decideBy, now) => {
      const { lastInsertRowid } = insert.run({ external_ref: externalRef, decide_by: decideBy, now })
      const job = find(lastInsertRowid)
      if (!job) throw new Error(`no print job for ${externalRef}`)
      return job
    },
    find,
    latest: (externalRef) => one(latest.get(externalRef)),
    list: (most) => z.array(row).parse(list.all(most)),
    waiting: () => z.array(row).parse(waiting.all()),
    claim: (jobId, paper, now) => {
      const claimed = claim.get({ job_id: jobId, paper, now })
      return claimed === undefined ? null : find(z.int().parse(claimed))
    },
    update: ({ jobId, paper, state, copy, code, changedAt }) => {
      update.run({ job_id: jobId, paper, state, copy, code, changed_at: changedAt })
    },
    printedBefore: (externalRef, paper) => z.int().parse(otherCopies.get({ external_ref: externalRef, paper })),
    interrupt: (now) => interrupt.run({ now }).changes,
    counts: () => {
      const found = z.array(z.object({ state: z.enum(PRINT_STATES), count: z.int() })).parse(counts.all())
      return {
        waiting: 0,
        printing: 0,
        printed: 0,
        failed: 0,
        unknown: 0,
        ...Object.fromEntries(found.map(({ state, count }) => [state, count])),
      }
    },
  }
}
