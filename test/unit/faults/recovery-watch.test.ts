import { expect, test } from 'vitest'
import { createRecoveryWatch } from '#support/recovery-watch.ts'

test('a document that waited when a till died counts from that death, whatever died or was sold since', () => {
  let now = 0
  const watch = createRecoveryWatch(() => now)
  expect(watch.worstMs()).toBeNull()
  now = 100
  watch.opened(90, ['stuck'])
  expect([watch.worstMs(), watch.isOver()]).toEqual([10, false])
  now = 500
  watch.opened(480, ['stuck', 'later'])
  now = 600
  watch.nowWaiting(['stuck', 'sold since'])
  expect([watch.worstMs(), watch.isOver()]).toEqual([120, false])
  now = 1_090
  watch.nowWaiting(['sold since'])
  expect([watch.worstMs(), watch.isOver()]).toEqual([1_000, true])
})
