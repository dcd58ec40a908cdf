import { expect, test } from 'vitest'
import { CLAIM, CLAIM_WATCHED, IS_DOCUMENT_DUE, LEAVE_COUNTER, NEXT_DUE_AT } from '#adapters/sqlite/outbox.ts'
import type { Entry } from '#domain/outbox/entry.ts'
import { aTill, NOW, type Till } from '../../unit/application/a-till.ts'

const DUE = { state: 'due', step: 'send', lane: 'backlog', dueAt: NOW, tries: 0 } as const

/** A till with one sale for each entry, in that order. */
const aQueueOf = (...entries: Partial<Omit<Entry, 'externalRef'>>[]): Till & { refs: string[] } => {
  const till = aTill()
  const refs = entries.map((entry) => {
    const { externalRef } = till.sells()
    till.stores.outbox.place(externalRef, { ...DUE, ...entry })
    return externalRef
  })
  return { ...till, refs }
}

const claimAll = (till: Till & { refs: string[] }, now = NOW): number[] => {
  const order: number[] = []
  for (const claim of till.stores.outbox.claim(now, 100)) order.push(till.refs.indexOf(claim.externalRef))
  return order
}

test('the counter goes first, the oldest sale first within a lane, and nothing before its time', () => {
  const till = aQueueOf(
    { dueAt: NOW - 1 },
    { dueAt: NOW - 500 },
    { lane: 'counter', dueAt: NOW },
    { lane: 'counter', dueAt: NOW + 1 },
    { lane: 'counter', dueAt: NOW - 9 },
    { state: 'parked', step: 'park' },
    { state: 'settled', step: 'settle' },
    { step: 'watch' },
  )
  expect([claimAll(till), claimAll(till), claimAll(till, NOW + 1)]).toEqual([[2, 4, 0, 1, 7], [], [3]])
})

test('of what is only watched the one due for longest goes first, and nothing of it among the documents to send', () => {
  const till = aQueueOf(
    { lane: 'watch', step: 'watch', dueAt: NOW - 1 },
    { lane: 'watch', step: 'watch', dueAt: NOW - 9 },
    { lane: 'watch', step: 'watch', dueAt: NOW + 1 },
    { dueAt: NOW + 1 },
  )
  const { outbox } = till.stores
  expect([outbox.isDocumentDue(NOW), claimAll(till), outbox.isDocumentDue(NOW + 1)]).toEqual([false, [], true])
  const watched = () => till.refs.indexOf(outbox.claimWatched(NOW)?.externalRef ?? '')
  expect([watched(), watched(), watched()]).toEqual([1, 0, -1])
})

test('who is not waited for any more leaves the counter’s lane; the others stay', () => {
  const till = aQueueOf({ lane: 'counter', dueAt: NOW - 6 }, { lane: 'counter', dueAt: NOW - 5 }, { lane: 'watch' })
  till.stores.outbox.leaveCounter(NOW - 6)
  expect(till.refs.map((ref) => till.stores.outbox.find(ref).lane)).toEqual(['backlog', 'counter', 'watch'])
})

test('a claim says when it was taken, and is nobody else’s until it is placed', () => {
  const till = aQueueOf({ tries: 3 }, {})
  const [first, second] = till.refs
  const [claim] = till.stores.outbox.claim(NOW + 5, 1)
  expect(claim).toEqual({ ...DUE, externalRef: first, state: 'claimed', tries: 3, claimedAt: NOW + 5 })
  expect(till.stores.outbox.claimed()).toEqual([claim])
  expect(till.stores.outbox.claim(NOW + 5, 1)[0]?.externalRef).toBe(second)
  till.stores.outbox.place(first ?? '', { ...DUE, dueAt: NOW + 60_000, tries: 4 })
  expect(till.stores.outbox.find(first ?? '')).toEqual({ ...DUE, externalRef: first, dueAt: NOW + 60_000, tries: 4 })
  expect(till.stores.outbox.claimed().map(({ externalRef }) => externalRef)).toEqual([second])
})

test('placing one entry leaves the others alone', () => {
  const till = aQueueOf({ tries: 1 }, { tries: 2 }, { tries: 3 })
  till.stores.outbox.place(till.refs[1] ?? '', { ...DUE, state: 'settled', step: 'settle' })
  expect(till.rows('SELECT state, tries FROM outbox')).toEqual([
    { state: 'due', tries: 1 },
    { state: 'settled', tries: 0 },
    { state: 'due', tries: 3 },
  ])
})

test('a line that came back wakes what waits, but not what is watched; "everything" wakes that too', () => {
  const later = NOW + 60_000
  const till = aQueueOf(
    { dueAt: later },
    { step: 'watch', dueAt: later },
    { dueAt: NOW - 1 },
    { state: 'parked', step: 'park', dueAt: later },
  )
  const dueAts = () => till.rows('SELECT due_at - ? AS due FROM outbox'.replace('?', String(NOW)))
  expect([till.stores.outbox.wake(NOW), dueAts()]).toEqual([
    1,
    [{ due: 0 }, { due: 60_000 }, { due: -1 }, { due: 60_000 }],
  ])
  expect([till.stores.outbox.wakeAll(NOW), dueAts()]).toEqual([
    1,
    [{ due: 0 }, { due: 0 }, { due: -1 }, { due: 60_000 }],
  ])
})

test('only what was put off for longer than anything is can be woken', () => {
  const till = aQueueOf({ dueAt: NOW + 900 }, { dueAt: NOW + 1_001 }, { dueAt: NOW - 1 })
  expect(till.stores.outbox.wakeAll(NOW, NOW + 1_000)).toBe(1)
  expect(till.refs.map((ref) => till.stores.outbox.find(ref).dueAt - NOW)).toEqual([900, 0, -1])
})

test('when the next is due, and how many are not settled', () => {
  const till = aQueueOf(
    { dueAt: NOW + 20 },
    { dueAt: NOW + 10, step: 'watch' },
    { state: 'parked', step: 'park', dueAt: 1 },
    { state: 'settled', step: 'settle', dueAt: 1 },
  )
  const { outbox } = till.stores
  expect([outbox.nextDueAt(), outbox.unsettled(NOW), outbox.unsettled(NOW + 10)]).toEqual([NOW + 10, 1, 2])
  outbox.claim(NOW + 20, 1)
  expect(outbox.unsettled(NOW)).toBe(1)
  expect(aTill().stores.outbox.nextDueAt()).toBeNull()
})

const planOf = (till: Till, sql: string, parameters: object = {}): string[] =>
  till.connection
    .prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .all(parameters)
    .map((row) => (row as { detail: string }).detail)

test('claiming and sleeping walk an index, however many sales there were', () => {
  const till = aTill()
  const [claim, watched, due, leave, sleep] = [
    planOf(till, CLAIM, { now: NOW, most: 16 }),
    planOf(till, CLAIM_WATCHED, { now: NOW }),
    planOf(till, IS_DOCUMENT_DUE, { now: NOW }),
    planOf(till, LEAVE_COUNTER, { due_by: NOW }),
    planOf(till, NEXT_DUE_AT),
  ]
  expect(claim).toContainEqual(expect.stringContaining('INDEX outbox_due (lane<'))
  expect(watched).toContainEqual(expect.stringContaining('INDEX outbox_due_at (due_at<'))
  expect(due).toEqual([expect.stringContaining('COVERING INDEX outbox_due (lane<')])
  expect(leave).toEqual([expect.stringContaining('INDEX outbox_due (lane=')])
  expect([claim, watched, leave].flat().filter((step) => /^SCAN (?!.*USING)|TEMP B-TREE/.test(step))).toEqual([])
  expect(sleep).toEqual([expect.stringContaining('COVERING INDEX outbox_due_at')])
})
