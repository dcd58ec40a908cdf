import { expect, test } from 'vitest'
import { createLine } from '#engine/line-to-api.ts'

const START = 1000
const shortest = () => 0

const seen = (line: ReturnType<typeof createLine>) => ({
  state: line.state(),
  since: line.since(),
  holdUntil: line.holdUntil(),
  limit: line.limit(4),
})

const aLine = () => createLine(shortest, START)

test('a line is taken for good until it shows otherwise', () => {
  expect(seen(aLine())).toEqual({ state: 'online', since: START, holdUntil: 0, limit: 4 })
})

test('unreachable: offline at once, one probe at a time, each later than the one before, a minute at most', () => {
  const line = aLine()
  const holds = Array.from({ length: 8 }, () => {
    line.learn({ kind: 'unreachable' }, 2000)
    return line.holdUntil() - 2000
  })
  expect(holds).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000])
  expect(seen(line)).toEqual({ state: 'offline', since: 2000, holdUntil: 32_000, limit: 1 })
})

test('one unknown may be the document; a second in a row is the line', () => {
  const line = aLine()
  line.learn({ kind: 'unknown' }, 2000)
  expect(seen(line)).toEqual({ state: 'online', since: START, holdUntil: 0, limit: 1 })
  line.learn({ kind: 'unknown' }, 3000)
  expect(seen(line)).toEqual({ state: 'offline', since: 3000, holdUntil: 4000, limit: 1 })
})

const ERROR = { kind: 'unknown', httpStatus: 500 } as const

test('an error that the same document meets again is no proof against the line, but a reason to ask the API; another document’s is', () => {
  const line = aLine()
  line.learn(ERROR, 2000, 'first')
  for (let again = 0; again < 9; again += 1) line.learn(ERROR, 3000, 'first')
  expect([line.state(), line.takeDoubt(), line.takeDoubt()]).toEqual(['online', true, false])
  line.learn(ERROR, 4000, 'second')
  expect(line.state()).toBe('offline')
  // Asked something else the API answers: one call at a time, until a document is answered.
  expect(line.learn({ kind: 'probed' }, 5000)).toBe(true)
  expect(seen(line)).toMatchObject({ state: 'online', holdUntil: 0, limit: 1 })
  line.learn(ERROR, 6000, 'first')
  line.learn(ERROR, 6000, 'second')
  expect(seen(line)).toMatchObject({ state: 'online', limit: 1 })
  line.learn({ kind: 'stamped' }, 7000, 'third')
  expect(seen(line)).toMatchObject({ state: 'online', limit: 4 })
})

test('silence is silence, whoever meets it', () => {
  const line = aLine()
  line.learn({ kind: 'unknown', httpStatus: null }, 2000, 'first')
  line.learn({ kind: 'unknown', httpStatus: null }, 3000, 'first')
  expect([line.state(), line.isSilent()]).toEqual(['offline', true])
})

test('a document that hangs again while the API answers something else is suspected as well', () => {
  const line = aLine()
  const silence = { kind: 'unknown', httpStatus: null } as const
  line.learn(silence, 2000, 'first')
  line.learn(silence, 3000, 'first')
  expect(line.state()).toBe('offline')
  line.learn({ kind: 'probed' }, 4000)
  for (const now of [5000, 6000, 7000]) {
    line.learn(silence, now, 'first')
    expect([line.state(), line.takeDoubt()]).toEqual(['online', true])
    line.learn({ kind: 'probed' }, now)
  }
  line.learn({ kind: 'unreachable' }, 8000)
  expect(line.state()).toBe('offline')
})

test('words of the API that are not in its contract are words all the same', () => {
  const line = aLine()
  line.learn({ kind: 'unreachable' }, 2000)
  expect(line.learn({ kind: 'unknown', httpStatus: 200, answered: true }, 3000, 'first')).toBe(true)
  expect(seen(line)).toMatchObject({ state: 'online', limit: 4 })
})

test('an unknown, an answer, an unknown: the line is good', () => {
  const line = aLine()
  line.learn({ kind: 'unknown' }, 2000)
  expect(line.learn({ kind: 'rejected' }, 2500)).toBe(false)
  line.learn({ kind: 'unknown' }, 3000)
  expect(line.state()).toBe('online')
})

test.each([
  'stamped',
  'contingency',
  'rejected',
  'refused',
  'conflict',
  'not_found',
  'mismatched',
  'file',
  'not_available',
] as const)('%s is an answer: a line that was down has just come back', (kind) => {
  const line = aLine()
  line.learn({ kind: 'unreachable' }, 2000)
  expect([line.learn({ kind }, 3000), line.learn({ kind }, 4000)]).toEqual([true, false])
  expect(seen(line)).toEqual({ state: 'online', since: 3000, holdUntil: 0, limit: 4 })
})

test('throttled: exactly as long as was asked for', () => {
  const line = aLine()
  line.learn({ kind: 'throttled', retryAfterMs: 17_000 }, 2000)
  expect(seen(line)).toEqual({ state: 'throttled', since: 2000, holdUntil: 19_000, limit: 1 })
})

test('a refused key and a refused issuer are two things, and both are tried again every minute', () => {
  const line = aLine()
  line.learn({ kind: 'locked_out', reason: 'key' }, 2000)
  expect(seen(line)).toEqual({ state: 'key_refused', since: 2000, holdUntil: 62_000, limit: 1 })
  line.learn({ kind: 'locked_out', reason: 'key' }, 62_000)
  expect(seen(line)).toEqual({ state: 'key_refused', since: 2000, holdUntil: 122_000, limit: 1 })
  line.learn({ kind: 'locked_out', reason: 'issuer' }, 122_000)
  expect(seen(line)).toEqual({ state: 'issuer_refused', since: 122_000, holdUntil: 182_000, limit: 1 })
})

test('somebody who asks to try now is not held, even by a call that hangs, and the line is still as it was', () => {
  const line = aLine()
  line.learn({ kind: 'unreachable' }, 2000)
  line.release()
  expect(seen(line)).toEqual({ state: 'offline', since: 2000, holdUntil: 0, limit: 2 })
  line.learn({ kind: 'unreachable' }, 2500)
  expect(seen(line)).toEqual({ state: 'offline', since: 2000, holdUntil: 3500, limit: 1 })
})

test('without a key there is no line; with one there is again', () => {
  const line = aLine()
  line.keyIs(false, 2000)
  line.keyIs(false, 2500)
  expect(seen(line)).toMatchObject({ state: 'no_key', since: 2000, limit: 1 })
  line.keyIs(true, 3000)
  expect(seen(line)).toEqual({ state: 'online', since: 3000, holdUntil: 0, limit: 4 })
})

test('that there is a key says nothing of a line that is down', () => {
  const line = aLine()
  line.learn({ kind: 'unreachable' }, 2000)
  line.keyIs(true, 3000)
  expect(line.state()).toBe('offline')
})

test.each([
  ['a connection that never stood', { kind: 'unreachable' } as const, true],
  ['no answer', { kind: 'unknown', httpStatus: null } as const, true],
  ['a portal’s page', { kind: 'unknown', httpStatus: 200, detail: 'page_instead_of_answer' } as const, true],
  ['an error of the API', { kind: 'unknown', httpStatus: 503 } as const, false],
  ['an error as a page', { kind: 'unknown', httpStatus: 502, detail: 'page_instead_of_answer' } as const, false],
])('%s: whether anything answers', (_, outcome, isSilent) => {
  const line = aLine()
  line.learn(outcome, 2000)
  line.learn(outcome, 2001)
  expect([line.state(), line.isSilent()]).toEqual(['offline', isSilent])
  line.learn({ kind: 'stamped' }, 3000)
  expect(line.isSilent()).toBe(false)
})

const BUDGET = { limitMinute: 120, remainingMinute: 110, limitHour: null, remainingHour: null, resetMs: 55_000 }

test('the first answer is waited for, then the backlog goes at its pace, and what the counter takes is not held up but counted', () => {
  const line = aLine()
  expect(line.nextPaced('backlog', START)).toBe(START)
  line.began('backlog', START)
  expect([line.nextPaced('backlog', START), line.callsSoon(32, START)]).toEqual([null, 1])
  line.ended(BUDGET, START)
  const alone = line.nextPaced('backlog', START) ?? 0
  expect(alone - START).toBeGreaterThan(100)
  for (let call = 0; call < 20; call += 1) line.began('counter', START)
  expect(line.nextPaced('backlog', START)).toBeGreaterThan(alone)
})

test('a probe is not paced, and an API that says nothing of a budget paces nobody', () => {
  const line = aLine()
  line.began('backlog', START)
  line.ended(null, START)
  expect([line.nextPaced('backlog', START), line.callsSoon(32, START)]).toEqual([START, 32])
  line.began('backlog', START)
  line.ended({ ...BUDGET, remainingMinute: 0 }, START)
  expect(line.nextPaced('backlog', START)).toBeGreaterThan(START)
  line.learn({ kind: 'unreachable' }, START)
  expect([line.nextPaced('backlog', START), line.callsSoon(32, START)]).toEqual([START, 1])
})

test('a clock that is set back makes the pace begin anew, and what is long past is forgotten', () => {
  const line = aLine()
  const exhausted = { ...BUDGET, remainingMinute: 0 }
  line.began('backlog', START)
  line.ended(exhausted, START)
  expect(line.nextPaced('backlog', START)).toBeGreaterThan(START)
  expect(line.nextPaced('backlog', START - 10)).toBe(START - 10)
  expect(line.nextPaced('backlog', START + 3_600_000)).toBe(START + 3_600_000)
})
