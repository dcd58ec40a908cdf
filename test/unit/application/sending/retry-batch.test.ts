import { expect, test } from 'vitest'
import { retryBatch } from '#application/sending/retry-batch.ts'
import { aTill, NOW } from '../a-till.ts'
import { inContingency, refused, rejected, stamped, unknown } from '../an-outcome.ts'

test('many are made due at once, in the backlog’s lane; what is finished or under way is left alone', () => {
  const till = aTill()
  const refs = [stamped(), refused, unknown, inContingency(), rejected()].map((outcome) => {
    const { externalRef } = till.sells()
    till.hears(outcome)
    return externalRef
  })
  const underWay = till.sells().externalRef
  till.claims()
  till.passes(5)
  expect(retryBatch(till)([...refs, underWay])).toBe(4)
  expect(till.rows(`SELECT state, step, lane, due_at - ${NOW} AS due FROM outbox`)).toEqual([
    { state: 'settled', step: 'settle', lane: 1, due: 0 },
    { state: 'due', step: 'send', lane: 1, due: 5 },
    { state: 'due', step: 'inquire', lane: 1, due: 5 },
    { state: 'due', step: 'watch', lane: 2, due: 5 },
    { state: 'due', step: 'send', lane: 1, due: 5 },
    { state: 'claimed', step: 'send', lane: 0, due: 0 },
  ])
})
