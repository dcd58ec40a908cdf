import { z } from 'zod'
import type { Claim, Outbox, Takes } from '#application/ports/stores.ts'
import { STEPS } from '#domain/document/document-state.ts'
import { ENTRY_STATES, type Entry, LANES } from '#domain/outbox/entry.ts'
import type { Connection } from './open-database.ts'

const ID = '(SELECT document_id FROM fiscal_document WHERE external_ref = :external_ref)'
const REF = '(SELECT external_ref FROM fiscal_document WHERE document_id = entry_id) AS external_ref'

const INSERT = `
  INSERT INTO outbox (entry_id, state, step, lane, due_at, tries) VALUES (${ID}, :state, :step, :lane, :due_at, :tries)`

const FIND = `SELECT *, ${REF} FROM outbox WHERE entry_id = ${ID}`

export const CLAIM = `
  UPDATE outbox SET state = 'claimed', claimed_at = :now
   WHERE entry_id IN (SELECT entry_id FROM outbox
                       WHERE state = 'due' AND lane < 2 AND due_at <= :now
                       ORDER BY lane, entry_id LIMIT :most)
  RETURNING *, ${REF}`

/** The one due for longest, so that of many none is asked about twice before all were asked about once; hence by the index on due_at. */
export const CLAIM_WATCHED = `
  UPDATE outbox SET state = 'claimed', claimed_at = :now
   WHERE entry_id IN (SELECT entry_id FROM outbox
                       WHERE state = 'due' AND +lane = 2 AND due_at <= :now
                       ORDER BY due_at LIMIT 1)
  RETURNING *, ${REF}`

export const IS_DOCUMENT_DUE = `SELECT 1 FROM outbox WHERE state = 'due' AND lane < 2 AND due_at <= :now LIMIT 1`

export const LEAVE_COUNTER = `UPDATE outbox SET lane = 1 WHERE state = 'due' AND lane = 0 AND due_at <= :due_by`

const IS_COUNTER_DUE = `SELECT 1 FROM outbox WHERE state = 'due' AND lane = 0 AND due_at <= :now LIMIT 1`

const PLACE = `
  UPDATE outbox SET state = :state, step = :step, lane = :lane, due_at = :due_at, tries = :tries, claimed_at = NULL
   WHERE entry_id = ${ID}`

const CLAIMED = `SELECT *, ${REF} FROM outbox WHERE state = 'claimed' ORDER BY entry_id`

/** A document that only ever fails does not come first whenever the line is back. */
const WAKE = `
  UPDATE outbox SET due_at = min(due_at, :now + 1000 * min(max(tries - 1, 0), 60))
   WHERE state = 'due' AND due_at > :now AND step <> 'watch'`

export const CLAIM_LONGEST_DUE = `
  UPDATE outbox SET state = 'claimed', claimed_at = :now
   WHERE entry_id IN (SELECT entry_id FROM outbox WHERE state = 'due' AND +lane < 2 AND due_at > 0 ORDER BY due_at LIMIT 1)
  RETURNING *, ${REF}`

const WAKE_ALL = `UPDATE outbox SET due_at = :now WHERE state = 'due' AND due_at > :due_after`

const UNSETTLED = `
  SELECT (SELECT count(*) FROM outbox WHERE state = 'claimed')
       + (SELECT count(*) FROM outbox WHERE state = 'due' AND (step <> 'watch' OR due_at <= :now))`

export const NEXT_DUE_AT = `SELECT min(due_at) FROM outbox WHERE state = 'due'`

/** Whether some document is asked about whose last post nobody knows the outcome of: after a few tries it is no reason to wait any more. */
const IS_INQUIRED = ['due', 'claimed']
  .map((state) => `SELECT 1 FROM outbox WHERE state = '${state}' AND step = 'inquire' AND tries <= 3`)
  .join(' UNION ALL ')
  .concat(' LIMIT 1')

/** The same statement, passing over what is to be posted. */
const withoutPosts = (sql: string): string => sql.replace("state = 'due'", "state = 'due' AND step <> 'send'")

const row = z.object({
  external_ref: z.string(),
  state: z.enum(ENTRY_STATES),
  step: z.enum(STEPS),
  lane: z.int(),
  due_at: z.int(),
  tries: z.int(),
  claimed_at: z.int().nullable(),
})

const laneOf = (index: number): Entry['lane'] => {
  const lane = LANES[index]
  if (lane === undefined) throw new RangeError(`no lane ${index}`)
  return lane
}

const entryOf = (found: z.output<typeof row>): Entry => ({
  externalRef: found.external_ref,
  state: found.state,
  step: found.step,
  lane: laneOf(found.lane),
  dueAt: found.due_at,
  tries: found.tries,
})

const claimedRows = z.array(row.extend({ entry_id: z.int(), claimed_at: z.int() }))

/** RETURNING promises no order: the counter's lane first, then by age. */
const claimsOf = (found: readonly unknown[]): readonly Claim[] =>
  claimedRows
    .parse(found)
    .sort((left, right) => left.lane - right.lane || left.entry_id - right.entry_id)
    .map((claimed) => ({ ...entryOf(claimed), claimedAt: claimed.claimed_at }))

export const sqliteOutbox = (connection: Connection): Outbox => {
  const insert = connection.prepare(INSERT)
  const find = connection.prepare(FIND)
  const both = (sql: string): Readonly<Record<Takes, ReturnType<Connection['prepare']>>> => ({
    everything: connection.prepare(sql),
    no_posts: connection.prepare(withoutPosts(sql)),
  })
  const claim = both(CLAIM)
  const isCounterDue = both(IS_COUNTER_DUE)
  const claimWatched = connection.prepare(CLAIM_WATCHED)
  const isDocumentDue = both(IS_DOCUMENT_DUE)
  const isInquired = connection.prepare(IS_INQUIRED)
  const leaveCounter = connection.prepare(LEAVE_COUNTER)
  const place = connection.prepare(PLACE)
  const claimed = connection.prepare(CLAIMED)
  const wake = connection.prepare(WAKE)
  const claimLongestDue = both(CLAIM_LONGEST_DUE)
  const wakeAll = connection.prepare(WAKE_ALL)
  const unsettled = connection.prepare(UNSETTLED).pluck()
  const nextDueAt = both(NEXT_DUE_AT)
  const columns = ({ state, step, lane, dueAt, tries }: Omit<Entry, 'externalRef'>) => ({
    state,
    step,
    lane: LANES.indexOf(lane),
    due_at: dueAt,
    tries,
  })
  return {
    insert: (entry) => {
      insert.run({ external_ref: entry.externalRef, ...columns(entry) })
    },
    find: (externalRef) => entryOf(row.parse(find.get({ external_ref: externalRef }))),
    claim: (now, most, takes = 'everything') => claimsOf(claim[takes].all({ now, most })),
    claimWatched: (now) => claimsOf(claimWatched.all({ now }))[0] ?? null,
    isCounterDue: (now, takes = 'everything') => isCounterDue[takes].get({ now }) !== undefined,
    isDocumentDue: (now, takes = 'everything') => isDocumentDue[takes].get({ now }) !== undefined,
    isInquired: () => isInquired.get() !== undefined,
    leaveCounter: (dueBy) => {
      leaveCounter.run({ due_by: dueBy })
    },
    place: (externalRef, entry) => {
      place.run({ external_ref: externalRef, ...columns(entry) })
    },
    claimed: () => claimsOf(claimed.all()),
    wake: (now) => wake.run({ now }).changes,
    claimLongestDue: (now, takes = 'everything') => claimsOf(claimLongestDue[takes].all({ now }))[0] ?? null,
    wakeAll: (now, dueAfter = now) => wakeAll.run({ now, due_after: dueAfter }).changes,
    unsettled: (now) => z.int().parse(unsettled.get({ now })),
    nextDueAt: (takes = 'everything') => z.int().nullable().parse(nextDueAt[takes].pluck().get()),
  }
}
