import { expect, test } from 'vitest'
import type { ApiAnswer } from '#application/ports/fiscal-api.ts'
import type { Claim } from '#application/ports/stores.ts'
import { createNextWork } from '#engine/next-work.ts'
import { aTill, NOW, REF } from '../application/a-till.ts'

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
