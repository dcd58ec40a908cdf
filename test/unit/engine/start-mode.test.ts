import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { startMode } from '#engine/start-mode.ts'
import { aFolder } from '../application/a-till.ts'

test('a fresh installation trains', () => {
  expect(startMode(path.join(aFolder(), 'missing')).read()).toBe('training')
})

test('what was chosen is what the next start has, in a folder made for it', () => {
  const folder = path.join(aFolder(), 'a', 'b')
  const written = (['live', 'training', 'live'] as const).map((mode) => {
    startMode(folder).write(mode)
    return [startMode(folder).read(), readFileSync(path.join(folder, 'mode'), 'utf8')]
  })
  expect(written).toEqual([
    ['live', 'live\n'],
    ['training', 'training\n'],
    ['live', 'live\n'],
  ])
})

test.each(['', 'LIVE', 'alive', 'live now', '\0'])('%j in the file is no leave to issue real documents', (text) => {
  const folder = aFolder()
  writeFileSync(path.join(folder, 'mode'), text)
  expect(startMode(folder).read()).toBe('training')
})
