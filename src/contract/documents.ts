import { oc } from '@orpc/contract'
import { z } from 'zod'
import { STEPS } from '#domain/document/document-state.ts'
import { ENTRY_STATES, LANES } from '#domain/outbox/entry.ts'
import {
  cents,
  customer,
  documentState,
  externalRef,
  instant,
  line,
  localDate,
  resultOf,
  tender,
  totals,
} from './values.ts'

export const remarks = z.object({ code: z.string(), texts: z.array(z.string()) })

export const documentSummary = z.object({
  externalRef,
  saleNumber: z.int(),
  state: documentState,
  total: cents,
  businessDate: localDate,
  createdAt: instant,
  customerName: z.string().nullable(),
  customerDocument: customer.shape.document,
  controlNumber: z.string().nullable(),
  generationCode: z.string().nullable(),
  receptionStamp: z.string().nullable(),
  issuedAt: instant.nullable(),
  /** The day that the tax authority counts it for; null until the signed JSON is here. */
  fiscalDate: localDate.nullable(),
  /** The total that the API computed. */
  reportedTotal: cents.nullable(),
  attempts: z.int(),
  /** When the outbox tries next; null when nothing is left to do or a person must act. */
  nextTryAt: instant.nullable(),
  remarks: remarks.nullable(),
  amountsDiffer: z.boolean(),
})
export type DocumentSummaryView = z.infer<typeof documentSummary>

export const attempt = z.object({
  call: z.enum(['post', 'status', 'ticket', 'json', 'cancel']),
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
  documentId: z.string().nullable(),
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

/** waiting: not issued yet, and on their way by themselves · contingency: valid, and not stamped yet · unissued: for whatever reason. */
export const documentFilter = z.enum(['all', 'waiting', 'contingency', 'attention', 'issued', 'unissued'])
export type DocumentFilter = z.infer<typeof documentFilter>

/** Each narrows what the others leave. */
export const documentFilters = z.object({
  filter: documentFilter,
  /** One state of those that `filter` takes in. */
  state: documentState.optional(),
  /** Business dates, both included. */
  from: localDate.optional(),
  to: localDate.optional(),
  /** Amounts, both included. */
  totalFrom: cents.optional(),
  totalTo: cents.optional(),
  /** A sale's number, the beginning of a ref or a control number, or of the words of a customer's name, or a customer's document. */
  text: z.string().max(100).optional(),
})
export type DocumentFilters = z.infer<typeof documentFilters>

/** `next` of the page before; none for the first. */
const after = z.string().max(100).optional()

/** Where the next page begins; null after the last. A page may be short, or empty, and not be the last. */
const next = z.string().nullable()

export const documents = {
  /** Newest first, at most 500 a page, 100 unless told. */
  list: oc
    .input(documentFilters.extend({ after, most: z.int().min(1).max(500).optional() }))
    .output(z.object({ documents: z.array(documentSummary), next })),
  get: oc.input(z.object({ externalRef })).output(resultOf(documentDetail)),
  /** Due now, whatever its next try was. */
  retry: oc.input(z.object({ externalRef })).output(resultOf(z.object({ retried: z.int() }))),
  /** How many of a page of what the filters find can be retried together, and how many of these were refused as they are. */
  retryable: oc.input(documentFilters.extend({ after })).output(z.object({ count: z.int(), refused: z.int(), next })),
  /** The same as `retry` for a page of what can be retried of them, off the sale's way: asked again with `next` until that is null. */
  retryListed: oc.input(documentFilters.extend({ after })).output(resultOf(z.object({ retried: z.int(), next }))),
  /** New frozen request under the same ref; the old one is kept. */
  correct: oc.input(z.object({ externalRef, customer: customer.nullable() })).output(resultOf(documentSummary)),
  /** Queues what may be printed of it now: the official ticket, or the slip. */
  print: oc.input(z.object({ externalRef })).output(resultOf(z.object({ jobId: z.int() }))),
}
