import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { documentSummary } from './documents.ts'
import { printJob } from './printing.ts'
import { instant, localDate } from './values.ts'

/** The line to the API, as its own answers show it. */
export const connection = z.object({
  state: z.enum(['online', 'offline', 'throttled', 'key_refused', 'issuer_refused', 'no_key', 'environment_wrong']),
  /** Since when it has been so. */
  since: instant,
  /** MH does not answer: the newest document that the API judged is in contingency. */
  ministrySilent: z.boolean(),
  /** Since the first of the documents that have been in contingency ever since; null where MH answers. */
  silentSince: instant.nullable(),
})
export type ConnectionView = z.infer<typeof connection>

export const printerView = z.object({
  state: z.enum(['ready', 'none', 'trouble']),
  /** A print failure's code, the key of its translation. */
  code: z.string().nullable(),
  /** Papers waiting or failed. */
  waiting: z.int(),
  failed: z.int(),
})

/** What a manager must see before it is too late; the kinds are those of the domain's deadlines. */
export const deadline = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['contingency_alarm', 'contingency_warning']), count: z.int(), hours: z.int() }),
  z.object({ kind: z.enum(['earlier_day', 'earlier_month']), count: z.int(), since: localDate }),
  z.object({ kind: z.enum(['today', 'today_month_ends']), count: z.int() }),
])
export type DeadlineView = z.infer<typeof deadline>

export const tillView = z.object({
  mode: z.enum(['training', 'live']),
  language: z.enum(['es', 'en']),
  shop: z.string(),
  till: z.string(),
  cashier: z.string(),
  nextSaleNumber: z.int(),
  connection,
  /** Documents that are not issued yet and go out by themselves. */
  pending: z.object({ count: z.int(), oldestAt: instant.nullable() }),
  /** Valid, and not stamped yet. */
  inContingency: z.int(),
  /** Their cancellation is asked for, and not confirmed. */
  cancelling: z.int(),
  /** Documents that wait for a person. */
  attention: z.int(),
  /** The gravest first. */
  deadlines: z.array(deadline),
  contingencyHours: z.object({ warn: z.int(), alarm: z.int() }),
  printer: printerView,
})
export type TillView = z.infer<typeof tillView>

export const tillEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('view'), view: tillView }),
  z.object({ kind: z.literal('document'), document: documentSummary }),
  z.object({ kind: z.literal('paper'), job: printJob }),
])
export type TillEvent = z.infer<typeof tillEvent>

export const till = {
  view: oc.output(tillView),
  /** The view at once, then every change of it, of a document and of a print job. */
  watch: oc.output(eventIterator(tillEvent)),
  /** Tries the API now instead of waiting for the next automatic try. */
  probe: oc.output(tillView),
}
