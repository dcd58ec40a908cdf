import { expect, test } from 'vitest'
import type { ApiAnswer } from '#application/ports/fiscal-api.ts'
import type { Claim, FileTask } from '#application/ports/stores.ts'
import { createNextWork } from '#engine/next-work.ts'
import { aTill, NOW, REF } from '../application/a-till.ts'
import { stamped } from '../application/an-outcome.ts'

test('a call that cannot be made is told, and its document asked about as after any call that brought nothing', async () => {
  const { stores, unitOfWork, sells } = aTill()
  sells()
  const broken = new Error('the request cannot be read')
  const answered: (readonly [Claim, ApiAnswer])[] = []
  const troubles: unknown[] = []
  const made: Promise<unknown>[] = []
  const work = createNextWork({
    stores,
    unitOfWork,
    line: { callsSoon: () => 1 },
    environmentGuard: { posts: () => 'freely', since: () => NOW },
    calls: {
      make: (_, call) => void made.push(call()),
      hasRoom: () => made.length === 0,
      isTimeFor: () => true,
    },
    makeCall: () => Promise.reject(broken),
    fetchFile: () => Promise.reject(new Error('not asked for')),
    answered: (claim, answer) => answered.push([claim, answer]),
    changed: () => undefined,
    trouble: (cause) => troubles.push(cause),
  })
  expect(work.startOne(NOW)).toBe(true)
  const outcome = { kind: 'unknown', detail: 'call_not_made' }
  expect(await Promise.all(made)).toEqual([{ outcome: null, budget: null, about: REF }])
  expect(troubles).toEqual([broken])
  expect(answered).toEqual([
    [expect.objectContaining({ externalRef: REF }), { outcome, httpStatus: null, raw: null, budget: null }],
  ])
})

test('a signed JSON that documents wait for is asked for first and every half minute, and none is posted meanwhile', async () => {
  const { stores, unitOfWork, sells, hears } = aTill()
  sells()
  hears(stamped())
  sells()
  const fetched: FileTask[] = []
  const posted: Claim[] = []
  const made: Promise<unknown>[] = []
  const work = createNextWork({
    stores,
    unitOfWork,
    line: { callsSoon: () => 1 },
    environmentGuard: { posts: () => 'one_by_one', since: () => NOW },
    calls: { make: (_, call) => void made.push(call()), hasRoom: (kind) => kind === 'counter', isTimeFor: () => true },
    makeCall: (claim) => {
      posted.push(claim)
      return Promise.reject(new Error('not to be posted'))
    },
    fetchFile: (task) => {
      fetched.push(task)
      return Promise.resolve({ result: { kind: 'unknown', detail: 'http_503' }, httpStatus: 503, budget: null })
    },
    answered: () => undefined,
    changed: () => undefined,
    trouble: () => undefined,
  })
  const started = [work.startOne(NOW + 1), work.startOne(NOW + 1)]
  await Promise.all(made)
  expect([...started, work.startOne(NOW + 2), work.startOne(NOW + 30_001)]).toEqual([true, true, false, true])
  expect([fetched.map(({ kind }) => kind), posted]).toEqual([['json', 'ticket', 'json'], []])
})
