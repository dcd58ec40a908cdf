import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, test } from 'vitest'
import { reloadAfterCrash } from '../../../src/main/reload-after-crash.ts'

const aWindow = () => {
  const seen: string[] = []
  const contents = Object.assign(new EventEmitter(), { reload: () => seen.push('reload') })
  let now = 0
  reloadAfterCrash(
    contents as unknown as WebContents,
    () => now,
    () => seen.push('give up'),
  )
  return {
    seen,
    ends: (reason: string, after = 0) => {
      now += after
      contents.emit('render-process-gone', {}, { reason, exitCode: 1 })
    },
  }
}

test('a page that ends in order is left alone; one that dies comes back', () => {
  const { seen, ends } = aWindow()
  ends('clean-exit')
  expect(seen).toEqual([])
  ends('oom')
  expect(seen).toEqual(['reload'])
})

test('the fourth death within a minute is the last', () => {
  const { seen, ends } = aWindow()
  for (let death = 0; death < 4; death += 1) ends('crashed', 10_000)
  expect(seen).toEqual(['reload', 'reload', 'reload', 'give up'])
})

test('deaths far apart never end it', () => {
  const { seen, ends } = aWindow()
  for (let death = 0; death < 6; death += 1) ends('crashed', 30_000)
  expect(seen).toEqual(Array(6).fill('reload'))
})
