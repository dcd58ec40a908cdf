import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { aFolder } from '#support/a-folder.ts'
import { cruiseLayers } from '../../build/layers/cruise-layers.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** A copy of the house with one file planted in it. */
const houseWith = (file: string, text: string): string => {
  const folder = aFolder()
  for (const part of ['src', 'package.json'])
    cpSync(path.join(ROOT, part), path.join(folder, part), { recursive: true })
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(folder, 'node_modules'))
  mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
  writeFileSync(path.join(folder, file), text)
  return folder
}

test('the house keeps its own rules, and every source file was read to say so', async () => {
  const { violations, files } = await cruiseLayers(ROOT)
  expect(violations).toEqual([])
  expect(files).toBeGreaterThan(150)
})

test.each([
  ['layer-domain', 'src/domain/sale/planted.ts', "import '#adapters/ocote/api-url.ts'\n"],
  ['layer-application', 'src/application/planted.ts', "import '#engine/config.ts'\n"],
  ['layer-renderer', 'src/renderer/planted.ts', "import '#engine/config.ts'\n"],
  ['layer-simulator', 'src/simulator/planted.ts', "import '#domain/money/decimal.ts'\n"],
  ['strangers-in-adapters', 'src/adapters/ocote/planted.ts', "import '../sqlite/columns.ts'\n"],
  ['strangers-in-features', 'src/renderer/features/sale/planted.ts', "import '../settings/planted.ts'\n"],
  ['home-of-undici', 'src/engine/planted.ts', "import 'undici'\n"],
  ['home-of-better-sqlite3', 'src/engine/planted.ts', "import 'better-sqlite3'\n"],
  ['pure-layers-need-no-node', 'src/domain/planted.ts', "import 'node:fs'\n"],
  ['tests-stay-outside', 'src/engine/planted.ts', "import '../../build/layers/rules.ts'\n"],
  ['resolvable', 'src/engine/planted.ts', "import './nowhere.ts'\n"],
])('a planted violation of %s is found', async (rule, file, text) => {
  const planted = houseWith(file, text)
  if (rule === 'strangers-in-features')
    writeFileSync(path.join(planted, 'src/renderer/features/settings/planted.ts'), 'export {}\n')
  if (rule === 'tests-stay-outside') {
    mkdirSync(path.join(planted, 'build/layers'), { recursive: true })
    writeFileSync(path.join(planted, 'build/layers/rules.ts'), 'export {}\n')
  }
  const { violations } = await cruiseLayers(planted)
  expect(violations.map((violation) => violation.split(':')[0])).toContain(rule)
  expect(violations.every((violation) => violation.includes('planted'))).toBe(true)
})
