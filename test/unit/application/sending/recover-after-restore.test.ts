import { expect, test } from 'vitest'
import { recoverAfterRestore } from '#application/sending/recover-after-restore.ts'
import { aTill, NOW } from '../a-till.ts'
import { inContingency, notFound, refused, rejected, stamped, unknown } from '../an-outcome.ts'

const aRestoredTill = () => {
  const till = aTill()
  const refs = [stamped(), inContingency({ controlNumber: 'DTE-2' }), rejected(), refused, unknown].map((outcome) => {
    const { externalRef } = till.sells()
    till.hears(outcome)
    return externalRef
  })
  refs.push(till.sells().externalRef)
  till.passes(3_600_000)
  const { stores, unitOfWork, clock } = till
  return { till, refs, recovered: recoverAfterRestore({ stores, unitOfWork, clock })() }
}

test('after a restore whatever is not finished is asked about before anything of it is sent; what is stamped stays', () => {
  const { till, refs, recovered } = aRestoredTill()
  expect(recovered).toBe(5)
  expect(
    refs.map((ref) => {
      const { state, step, dueAt } = till.stores.outbox.find(ref)
      return [till.stores.documents.find(ref)?.state, state, step, dueAt <= NOW + 3_600_000]
    }),
  ).toEqual([
    ['stamped', 'settled', 'settle', true],
    ['contingency', 'due', 'watch', true],
    ['unknown', 'due', 'inquire', true],
    ['unknown', 'due', 'inquire', true],
    ['unknown', 'due', 'inquire', true],
    ['unknown', 'due', 'inquire', true],
  ])
  expect(till.stores.documents.attempts(refs[5] ?? '').map(({ outcome }) => outcome)).toEqual(['restored'])
})

test('what never arrived is sent after that; a duplicate then is no alarm, for it may be our own', () => {
  const { till, refs } = aRestoredTill()
  const last = refs[5] ?? ''
  for (const _ of refs.slice(2, 5)) till.hears(rejected())
  // Watched documents come last.
  till.hears(notFound, 404)
  expect(till.stores.documents.find(last)).toMatchObject({ state: 'pending' })
  till.hears(stamped({ isDuplicate: true, controlNumber: 'DTE-6' }))
  expect(till.stores.documents.find(last)).toMatchObject({ state: 'stamped' })
})
