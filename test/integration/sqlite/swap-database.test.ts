import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { takeProcessLock } from '#adapters/sqlite/process-lock.ts'
import { finishSwap, preparedDatabase, swapDatabase } from '#adapters/sqlite/swap-database.ts'
import { aFolder } from '#support/a-folder.ts'

const STAMP = '20261122-104500'
const ASIDE = `till-${STAMP}.db`

/** A folder with a database, its logs and one that is prepared to take its place: as texts, so that each is known again. */
const aFolderToSwap = () => {
  const folder = aFolder()
  for (const suffix of ['', '-wal', '-shm']) writeFileSync(path.join(folder, `till.db${suffix}`), `old${suffix}`)
  writeFileSync(preparedDatabase(folder), 'new')
  return folder
}
const decides = (folder: string): void =>
  writeFileSync(path.join(folder, 'restore.json'), JSON.stringify({ aside: ASIDE }))
const movesAside = (folder: string, ...suffixes: readonly string[]): void => {
  mkdirSync(path.join(folder, 'set-aside'))
  for (const suffix of suffixes)
    renameSync(path.join(folder, `till.db${suffix}`), path.join(folder, 'set-aside', `${ASIDE}${suffix}`))
}

/** Every file with what is in it, locks left out. */
const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.includes('lock'))
      .map((entry) => [
        path.join(path.relative(folder, entry.parentPath), entry.name),
        readFileSync(path.join(entry.parentPath, entry.name), 'utf8'),
      ]),
  )
const SWAPPED = {
  'till.db': 'new',
  [`set-aside/${ASIDE}`]: 'old',
  [`set-aside/${ASIDE}-wal`]: 'old-wal',
  [`set-aside/${ASIDE}-shm`]: 'old-shm',
}

test('the prepared database takes the place of the present one, which is kept aside with its logs', () => {
  const folder = aFolderToSwap()
  expect(swapDatabase(folder, STAMP)).toBe(path.join(folder, 'set-aside', ASIDE))
  expect(filesIn(folder)).toEqual(SWAPPED)
})

test('a name that is taken is not used again', () => {
  const folder = aFolderToSwap()
  swapDatabase(folder, STAMP)
  writeFileSync(preparedDatabase(folder), 'newer')
  expect(path.basename(swapDatabase(folder, STAMP))).toBe(`till-${STAMP}-2.db`)
  expect(filesIn(folder)).toMatchObject({ 'till.db': 'newer', [`set-aside/till-${STAMP}-2.db`]: 'new' })
})

test.each<readonly [string, (folder: string) => void]>([
  ['when it was decided', () => undefined],
  ['when the database was moved', (folder) => movesAside(folder, '')],
  ['when a log was moved as well', (folder) => movesAside(folder, '', '-wal')],
  ['when all was moved', (folder) => movesAside(folder, '', '-wal', '-shm')],
  [
    'when the prepared one was in place',
    (folder) => {
      movesAside(folder, '', '-wal', '-shm')
      renameSync(preparedDatabase(folder), path.join(folder, 'till.db'))
    },
  ],
])('cut short %s, it is ended by the next start, and only once', (_, cutShort) => {
  const folder = aFolderToSwap()
  decides(folder)
  cutShort(folder)
  expect([finishSwap(folder), finishSwap(folder)]).toEqual([true, true])
  expect(filesIn(folder)).toEqual(SWAPPED)
})

test('what was prepared and not decided changes nothing', () => {
  const folder = aFolderToSwap()
  const before = filesIn(folder)
  expect(finishSwap(folder)).toBe(true)
  expect(filesIn(folder)).toEqual(before)
})

test('two processes never swap at once', () => {
  const folder = aFolderToSwap()
  decides(folder)
  const other = takeProcessLock(path.join(folder, 'restore.lock'))
  expect(finishSwap(folder)).toBe(false)
  expect(existsSync(preparedDatabase(folder))).toBe(true)
  other?.release()
  expect(finishSwap(folder)).toBe(true)
})
