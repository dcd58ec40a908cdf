import { oc } from '@orpc/contract'
import { z } from 'zod'
import { STEPS } from '#domain/document/document-state.ts'
import { KEPT_KINDS } from '#domain/document/document-type.ts'
import { API_CALLS } from '#domain/outbox/api-call.ts'
import { ENTRY_STATES, LANES } from '#domain/outbox/entry.ts'
import { SETTLED_HOW } from '#domain/sale/due-difference.ts'
import { PAYMENT_METHODS } from '#domain/sale/tender.ts'
import { monthQuestions } from './month.ts'
import { queryQuestions } from './query.ts'
import {
  cents,
  creditTerm,
  customer,
  documentState,
  documentType,
  externalRef,
  instant,
  line,
  localDate,
  part,
  resultOf,
  tender,
  totals,
} from './values.ts'

export const remarks = z.object({ code: z.string(), texts: z.array(z.string()) })

export const documentSummary = z.object({
  externalRef,
  saleNumber: z.int(),
  docType: documentType,
  /** The document that it credits or replaces. */
  origin: z.object({ relation: z.enum(['credits', 'replaces']), externalRef }).nullable(),
  state: documentState,
  total: cents,
  /** Kept back from the total: what we reckon, and what the API said; null until it did. */
  withheld: cents,
  reportedWithheld: cents.nullable(),
  /** What was paid above what is due (below 0: short of it) and is not settled yet. */
  dueDifference: cents,
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
  call: z.enum(API_CALLS),
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
  credit: creditTerm.nullable(),
  /** What credits or replaces it. */
  about: z.array(
    z.object({
      externalRef,
      relation: z.enum(['credits', 'replaces']),
      docType: documentType,
      state: documentState,
      total: cents,
      withheld: cents,
    }),
  ),
  /** Of a CCF: how much of each line no note has taken yet. */
  left: z.array(z.int()),
  /** What notes took of each line, in cents. */
  credited: z.array(cents),
  /** What its cancellation would come to now; null while it is not stamped. */
  cancelWindow: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('open'), until: localDate }),
      z.object({ kind: z.enum(['credit_note', 'closed']), since: localDate }),
    ])
    .nullable(),
  /** The credit note that the API made of it by itself. */
  automaticNote: z.object({ documentId: z.string(), controlNumber: z.string() }).nullable(),
  dueSettlement: z.object({ difference: cents, how: z.enum(SETTLED_HOW), settledAt: instant }).nullable(),
  entry: z.object({ state: z.enum(ENTRY_STATES), step: z.enum(STEPS), lane: z.enum(LANES), tries: z.int() }),
  files: z.array(z.object({ kind: z.enum(KEPT_KINDS), sha256: z.string(), bytes: z.int(), fetchedAt: instant })),
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
  docType: documentType.optional(),
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

/** What needs a reason, and the supervisor's PIN where the shop has one. */
const act = z.object({ externalRef, reason: z.string().max(500), pin: z.string().max(20).exactOptional() })

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
  /** Asks for a stamped document's cancellation, through the outbox. */
  cancel: oc.input(act).output(resultOf(documentSummary)),
  /** A credit note over a CCF; `parts` null takes back all that is left. Answers with the note. */
  credit: oc
    .input(
      act.extend({ parts: z.array(part).max(2000).nullable(), method: z.enum(PAYMENT_METHODS), attemptId: z.uuid() }),
    )
    .output(resultOf(documentSummary)),
  /** Part of an invoice comes back: it is cancelled, and what is kept is issued anew. Answers with that, and what goes back to the customer. */
  returnGoods: oc
    .input(act.extend({ parts: z.array(part).max(2000), attemptId: z.uuid() }))
    .output(resultOf(z.object({ rest: documentSummary, back: z.array(tender) }))),
  /** A credit note that was refused or rejected counts no more as one that may come: its CCF has its lines back. */
  giveUp: oc.input(act).output(resultOf(documentSummary)),
  /** What was paid too much or too little is handed over in cash, or stays open as a credit. */
  settleDue: oc.input(z.object({ externalRef, how: z.enum(SETTLED_HOW) })).output(resultOf(documentSummary)),
  /** A kept file; one that is not here yet is fetched now. */
  file: oc
    .input(z.object({ externalRef, kind: z.enum(KEPT_KINDS) }))
    .output(resultOf(z.object({ name: z.string(), type: z.string(), base64: z.string() }))),
  /** Queues what may be printed of it now: the official ticket, or the slip. */
  print: oc.input(z.object({ externalRef })).output(resultOf(z.object({ jobId: z.int() }))),
  ...queryQuestions,
  ...monthQuestions,
}
