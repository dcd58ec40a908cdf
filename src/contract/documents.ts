import { oc } from '@orpc/contract'
import { z } from 'zod'
import { STEPS } from '#domain/document/document-state.ts'
import { ENTRY_STATES, LANES } from '#domain/outbox/entry.ts'
import { cents, customer, documentState, externalRef, instant, line, resultOf, tender, totals } from './values.ts'

export const remarks = z.object({ code: z.string(), texts: z.array(z.string()) })

export const documentSummary = z.object({
  externalRef,
  saleNumber: z.int(),
  state: documentState,
  total: cents,
  createdAt: instant,
  customerName: z.string().nullable(),
  controlNumber: z.string().nullable(),
  attempts: z.int(),
  /** When the outbox tries next; null when nothing is left to do or a person must act. */
  nextTryAt: instant.nullable(),
  remarks: remarks.nullable(),
  amountsDiffer: z.boolean(),
})
export type DocumentSummaryView = z.infer<typeof documentSummary>

export const attempt = z.object({
  call: z.enum(['post', 'status', 'ticket', 'json']),
  startedAt: instant,
  endedAt: instant,
  outcome: z.string(),
  httpStatus: z.int().nullable(),
  detail: z.string(),
  /** The answer as it came, cut at 64 kB; null when there was none. */
  answer: z.string().nullable(),
})
export type AttemptView = z.infer<typeof attempt>

export const documentDetail = documentSummary.extend({
  generationCode: z.string().nullable(),
  receptionStamp: z.string().nullable(),
  documentId: z.string().nullable(),
  issuedAt: instant.nullable(),
  revision: z.int(),
  customer: customer.nullable(),
  lines: z.array(line),
  totals,
  tenders: z.array(tender),
  change: cents,
  entry: z.object({ state: z.enum(ENTRY_STATES), step: z.enum(STEPS), lane: z.enum(LANES), tries: z.int() }),
  files: z.array(
    z.object({ kind: z.enum(['ticket', 'json']), sha256: z.string(), bytes: z.int(), fetchedAt: instant }),
  ),
  history: z.array(attempt),
})
export type DocumentDetailView = z.infer<typeof documentDetail>

export const documentFilter = z.enum(['all', 'waiting', 'attention', 'issued'])
export type DocumentFilter = z.infer<typeof documentFilter>

export const documents = {
  /** Newest first, at most 100 a page; `before` is the last sale number of the page before. */
  list: oc
    .input(z.object({ filter: documentFilter, text: z.string().max(100).optional(), before: z.int().optional() }))
    .output(z.object({ documents: z.array(documentSummary), more: z.boolean() })),
  counts: oc.output(z.record(documentState, z.int())),
  get: oc.input(z.object({ externalRef })).output(resultOf(documentDetail)),
  /** Due now, whatever its next try was. Null retries everything that may be tried. */
  retry: oc.input(z.object({ externalRef: externalRef.nullable() })).output(resultOf(z.object({ retried: z.int() }))),
  /** New frozen request under the same ref; the old one is kept. */
  correct: oc.input(z.object({ externalRef, customer: customer.nullable() })).output(resultOf(documentSummary)),
  /** Queues what may be printed of it now: the official ticket, or the slip. */
  print: oc.input(z.object({ externalRef })).output(resultOf(z.object({ jobId: z.int() }))),
}
