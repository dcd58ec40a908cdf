import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { API_CONTRACT } from './api-contract/api-contract.ts'
import type { ContractRow, Shown } from './api-contract/contract-row.ts'
import { apiConformancePage } from './api-contract/draw-api-contract.ts'
import { ROW_NAMES } from './api-contract/row-names.ts'

const TESTS = path.resolve(import.meta.dirname, '..')

const sources = new Map<string, string>()
const sourceOf = (file: string): string => {
  const known = sources.get(file)
  if (known !== undefined) return known
  const place = path.join(TESTS, `${file}.test.ts`)
  const source = existsSync(place) ? readFileSync(place, 'utf8') : ''
  sources.set(file, source)
  return source
}

/** As the first argument of a test or of its table's call, or as the first cell of a row of such a table; never only in a comment or a value. */
const isTest = ({ file, title }: Shown): boolean => {
  const source = sourceOf(file)
  return [`'${title}'`, `"${title}"`, `\`${title}\``].some((quoted) => {
    for (let at = source.indexOf(quoted); at >= 0; at = source.indexOf(quoted, at + 1))
      if (/(\btest(\.\w+)*|\))\(\s*$|\[\s*$/.test(source.slice(Math.max(0, at - 60), at))) return true
    return false
  })
}

/** Whether a title says anything where the values of its table's rows are left out. */
const saysSomething = ({ title }: Shown): boolean => /\p{L}/u.test(title.replaceAll(/%[a-z]|\$\w+/g, ''))

/** What is wrong with a row, as sentences. */
const faults = ({ section, row, shownBy }: ContractRow): readonly string[] => [
  ...(shownBy.length === 0 ? [`§${section} ${row}: no test`] : []),
  ...shownBy
    .filter((shown) => !isTest(shown))
    .map(({ file, title }) => `§${section} ${row}: ${file} has no “${title}”`),
  ...shownBy
    .filter((shown) => !saysSomething(shown))
    .map(({ file, title }) => `§${section} ${row}: “${title}” of ${file} may be anything`),
]

test('every row of the API’s contract is shown by a test that is there', () => {
  expect(API_CONTRACT.flatMap(faults)).toEqual([])
})

test('every section has its rows, each once, and none has gone', () => {
  const names = Object.entries(Object.groupBy(API_CONTRACT, ({ section }) => section))
  expect(Object.fromEntries(names.map(([section, rows]) => [section, rows.map(({ row }) => row)]))).toEqual(ROW_NAMES)
  expect(Object.values(ROW_NAMES).map((rows) => new Set(rows).size)).toEqual(
    Object.values(ROW_NAMES).map((rows) => rows.length),
  )
})

test('a row without a test, or with one that is not there or may be anything, is named', () => {
  const row: ContractRow = { section: '2', row: 'POST /x', says: '', basis: 'documented', shownBy: [] }
  const file = 'conformance/api-contract'
  expect([
    faults(row),
    faults({ ...row, shownBy: [{ file, title: 'nobody wrote this' }] }),
    faults({ ...row, shownBy: [{ file: 'nowhere', title: 'x' }] }),
    // It is in this file, as no title.
    faults({ ...row, shownBy: [{ file, title: 'POST /x' }] }),
    faults({ ...row, shownBy: [{ file: 'unit/adapters/ocote/retry-after', title: '%s' }] }),
  ]).toEqual([
    ['§2 POST /x: no test'],
    [`§2 POST /x: ${file} has no “nobody wrote this”`],
    ['§2 POST /x: nowhere has no “x”'],
    [`§2 POST /x: ${file} has no “POST /x”`],
    ['§2 POST /x: “%s” of unit/adapters/ocote/retry-after may be anything'],
  ])
})

test('the page is that of the table; npm run diagrams writes it anew', () => {
  expect(readFileSync(path.join(TESTS, '../docs/api-conformance.md'), 'utf8')).toBe(apiConformancePage())
})
