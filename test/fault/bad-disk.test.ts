import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { DatabaseNotOpened } from '#adapters/sqlite/open-database.ts'
import { bestCandidate, newestGoodBackup } from '#engine/rescue/candidates.ts'
import { examineData } from '#engine/rescue/examine-data.ts'
import { type RestoreReport, restoreTill } from '#engine/rescue/restore-till.ts'
import { coffee } from '#support/a-cart.ts'
import { aTill, type Till } from '#support/a-till.ts'
import { damage } from '../integration/sqlite/damage.ts'

const MACHINE = 'this-machine'

const databaseOf = (till: Till): string => path.join(till.folder, 'till.db')

/**
 * A till that sold and issued `before` sales, was backed up, and sold `after` more, of which `issued` went out; then it was closed. Enough sales
 * for the tables to have pages of their own.
 */
const aTillThatWasBackedUp = async ({ before = 25, after = 40, issued = 15 } = {}) => {
  const till = await aTill()
  const refs: string[] = []
  const sells = (count: number): void => {
    for (let sold = 0; sold < count; sold += 1) refs.push(till.sells(coffee()).externalRef)
  }
  sells(before)
  await till.sendsEverything()
  const backup = await till.engine.backups.make()
  if (!backup.ok) throw new Error(backup.error.code)
  sells(issued)
  await till.sendsEverything()
  till.simulator.setControls({ shopOffline: true })
  sells(after - issued)
  await till.engine.stop()
  till.simulator.setControls({ shopOffline: false })
  return { till, refs, backup: backup.value }
}

const restores = async (till: Till, backup: string | null): Promise<RestoreReport> => {
  const restored = await restoreTill({ dataFolder: till.folder, backup, machine: MACHINE, clock: till.clock })
  if (!restored.ok) throw new Error(JSON.stringify(restored.error))
  return restored.value
}

/** What a till has beside its database of the newest sales. */
const losesItsSaleBook = (till: Till): void => rmSync(path.join(till.folder, 'newest-sales.jsonl'))

const reopens = (till: Till): Promise<Till> =>
  aTill({ folder: till.folder, simulator: till.simulator, clock: till.clock, machine: MACHINE })

/** Every ref in the ledger, with how often it is there: twice would be an issued duplicate. */
const issuedRefs = (till: Till): readonly string[] => till.simulator.ledger().map(({ externalRef }) => externalRef)

const reasonOf = async (opening: Promise<unknown>): Promise<unknown> =>
  opening.then(
    () => 'opened',
    (cause: unknown) => (cause instanceof DatabaseNotOpened ? cause.reason : cause),
  )

test.each([
  ['its header is gone', (file: string) => damage(file).zeroesHeader(), 'header'],
  ['its first page is garbage', (file: string) => damage(file).flips(1), 'header'],
  ['its end is cut off', (file: string) => damage(file).truncates(), 'pages'],
  ['a page in the middle is garbage', (file: string) => damage(file).flips('middle'), 'pages'],
] as const)('a database of which %s is found before the till opens, and kept as it is', async (_, breaks, check) => {
  const { till, backup } = await aTillThatWasBackedUp()
  breaks(databaseOf(till))
  expect(examineData(till.folder)).toMatchObject({
    code: 'database_damaged',
    file: databaseOf(till),
    check,
    // A backup's name tells the second.
    goodAt: expect.toSatisfy((at: number) => at >= backup.at && at < backup.at + 1_000),
    lastNumber: 65,
  })
  expect(newestGoodBackup(till.folder)).toMatchObject({ file: backup.file, sales: 25, at: backup.at })
})

test.each([
  ['its header is gone', (file: string) => damage(file).zeroesHeader()],
  ['its first page is garbage', (file: string) => damage(file).flips(1)],
] as const)(
  'after a restore every later sale is brought over where only %s, and nothing is issued twice',
  async (_, breaks) => {
    const { till, refs, backup } = await aTillThatWasBackedUp()
    breaks(databaseOf(till))
    const report = await restores(till, backup.file)
    expect(report).toMatchObject({ sales: 25, brought: 40, missed: [], asked: 40 })
    expect(examineData(till.folder)).toBeNull()

    const restored = await reopens(till)
    await restored.sendsEverything()
    expect([...issuedRefs(till)].sort()).toEqual(refs)
    expect(till.simulator.ledger().filter(({ posts }) => posts > 1)).toEqual([])
    expect(restored.engine.documentList.counts()).toMatchObject({ stamped: 65, pending: 0, unknown: 0 })
    expect(restored.engine.verify()).toEqual([])
  },
)

test.each([2, 3, 5, 8, 13, 21, 34])(
  'with page %i garbage every later sale is brought over all the same, and issued once',
  async (page) => {
    const { till, refs, backup } = await aTillThatWasBackedUp()
    damage(databaseOf(till)).flips(page)
    expect(await restores(till, backup.file)).toMatchObject({ sales: 25, brought: 40, missed: [], asked: 40 })
    const restored = await reopens(till)
    await restored.sendsEverything()
    expect([...issuedRefs(till)].sort()).toEqual(refs)
    expect(till.simulator.ledger().filter(({ posts }) => posts > 1)).toEqual([])
    const { sales, issued } = restored.engine.dayReport('2026-11-20')
    expect([sales.count, issued.count]).toEqual([65, 65])
    expect(restored.engine.verify()).toEqual([])
  },
)

test('the newest sales are recorded a second time only as far back as the third newest backup', async () => {
  const till = await aTill()
  till.engine.saleBook.own()
  const recorded = () => {
    till.engine.saleBook.follow()
    const text = readFileSync(path.join(till.folder, 'newest-sales.jsonl'), 'utf8')
    return [...text.matchAll(/"sale":\{"sale_number":(\d+)/g)].map(([, number]) => Number(number))
  }
  const seen: (readonly number[])[] = []
  for (let hour = 0; hour < 5; hour += 1) {
    till.sells(coffee())
    till.clock.advance(3_600_000)
    const made = await till.engine.backups.make()
    if (!made.ok) throw new Error(made.error.code)
    seen.push(recorded())
  }
  expect(seen).toEqual([[1], [1, 2], [2, 3], [3, 4], [4, 5]])
})

test.each([2, 3, 5, 8, 13, 21, 34])(
  'with page %i garbage and no second record, what can be read is brought over whole and the rest is named',
  async (page) => {
    const { till, refs, backup } = await aTillThatWasBackedUp()
    losesItsSaleBook(till)
    damage(databaseOf(till)).flips(page)
    const report = await restores(till, backup.file)
    expect(report.brought + report.missed.length).toBe(40)

    const restored = await reopens(till)
    const next = restored.sells(coffee())
    await restored.sendsEverything()
    const missed = new Set(report.missed)
    const numberOf = (ref: string): number => Number(ref.split('-')[3])
    // A sale that could not be read and had gone out is issued; one that had not is named and is for a person to sell again.
    const surely = refs.filter((ref) => !missed.has(numberOf(ref)))
    const ledger = issuedRefs(till)
    expect(surely.filter((ref) => !ledger.includes(ref))).toEqual([])
    expect(new Set(ledger).size).toBe(ledger.length)
    expect(numberOf(next.externalRef)).toBe(66)
    expect(restored.engine.verify()).toEqual([])
  },
)

test('the replaced database is kept aside with its logs, under a name with the time', async () => {
  const { till, backup } = await aTillThatWasBackedUp({ before: 5, after: 5, issued: 2 })
  damage(databaseOf(till)).zeroesHeader()
  const { aside } = await restores(till, backup.file)
  expect(path.relative(till.folder, aside)).toMatch(/^set-aside\/till-\d{8}-\d{6}\.db$/)
  expect(existsSync(aside)).toBe(true)
  expect(readdirSync(till.folder).filter((name) => /restored|salvage|restore\.json/.test(name))).toEqual([])
})

test('a database that is not there beside its marker is missing and never an empty one', async () => {
  const { till, backup } = await aTillThatWasBackedUp({ before: 5, after: 5, issued: 2 })
  rmSync(databaseOf(till))
  expect(examineData(till.folder)).toMatchObject({ code: 'database_missing', check: 'file', lastNumber: 10 })
  expect(await reasonOf(reopens(till))).toMatchObject({ code: 'database_missing' })
  expect(existsSync(databaseOf(till))).toBe(false)

  const report = await restores(till, backup.file)
  expect(report).toMatchObject({ sales: 5, brought: 5, missed: [], asked: 5 })
  const restored = await reopens(till)
  expect(restored.sells(coffee()).externalRef).toMatch(new RegExp(`-000011-${report.tag}$`))
})

test('a marker that is gone as well leaves the backups to tell of the till', async () => {
  const { till } = await aTillThatWasBackedUp({ before: 2, after: 1, issued: 1 })
  rmSync(databaseOf(till))
  rmSync(path.join(till.folder, 'installation.json'))
  expect(await reasonOf(reopens(till))).toMatchObject({ code: 'database_missing' })
})

test('a log that was deleted after a crash is noticed by the sales that went with it', async () => {
  const { till } = await aTillThatWasBackedUp({ before: 5, after: 5, issued: 2 })
  const beside = await reopens(till)
  beside.sells(coffee())
  beside.engine.witness()
  const copy = path.join(till.folder, 'crashed')
  expect(existsSync(`${databaseOf(till)}-wal`)).toBe(true)
  // As a crash leaves it: the file without what is only in the log.
  cpSync(databaseOf(till), path.join(copy, 'till.db'))
  cpSync(path.join(till.folder, 'installation.json'), path.join(copy, 'installation.json'))
  const crashed = { ...till, folder: copy }
  expect(examineData(crashed.folder)).toMatchObject({ code: 'database_behind', check: 'numbers', lastNumber: 11 })
  expect(await reasonOf(reopens(crashed))).toEqual({ code: 'database_behind', detail: '10 < 11' })

  const best = bestCandidate(copy)
  expect(best).toMatchObject({ file: databaseOf(crashed), isPresent: true, lastNumber: 10 })
  expect(await restores(crashed, best?.file ?? null)).toMatchObject({ sales: 10, brought: 0, missed: [11] })
  const restored = await reopens(crashed)
  expect(restored.sells(coffee()).externalRef).toContain('-000012-')
})

test('without any good backup, what can be read goes into a new database', async () => {
  const { till, refs, backup } = await aTillThatWasBackedUp()
  rmSync(backup.file)
  damage(databaseOf(till)).flips('middle')
  expect(newestGoodBackup(till.folder)).toBeNull()
  const report = await restores(till, null)
  expect(report.brought).toBeGreaterThan(0)
  expect(report.brought + report.missed.length).toBe(65)
  const restored = await reopens(till)
  await restored.sendsEverything()
  expect(issuedRefs(till).filter((ref) => !refs.includes(ref))).toEqual([])
  expect(new Set(issuedRefs(till)).size).toBe(issuedRefs(till).length)
  expect(restored.engine.verify()).toEqual([])
})

test('a restore from an old backup of a till whose disk is gone issues nothing twice: what went out since is another number', async () => {
  const { till, refs, backup } = await aTillThatWasBackedUp({ before: 5, after: 10, issued: 10 })
  const pending = issuedRefs(till)
  rmSync(databaseOf(till))
  await restores(till, backup.file)
  const restored = await reopens(till)
  const next = Array.from({ length: 5 }, () => restored.sells(coffee()).externalRef)
  await restored.sendsEverything()
  expect(pending).toHaveLength(15)
  expect([...issuedRefs(till)].sort()).toEqual([...refs, ...next].sort())
  expect(till.simulator.ledger().filter(({ posts }) => posts !== 1)).toEqual([])
})

test('a cancellation that a person asked for after the backup is asked for again after the restore', async () => {
  const till = await aTill()
  const before = till.sells(coffee())
  await till.sendsEverything()
  const backup = await till.engine.backups.make()
  if (!backup.ok) throw new Error(backup.error.code)
  const later = till.sells(coffee())
  await till.sendsEverything()
  for (const sale of [before, later]) till.engine.cancelDocument(sale.externalRef, 'devolución')
  await till.engine.stop()
  damage(databaseOf(till)).zeroesHeader()
  expect(await restores(till, backup.value.file)).toMatchObject({ sales: 1, brought: 1 })
  const restored = await reopens(till)
  await restored.sendsEverything()
  expect(restored.engine.documentList.counts()).toMatchObject({ cancelled: 2, stamped: 0 })
  expect(till.simulator.ledger().map(({ state, posts }) => ({ state, posts }))).toEqual([
    { state: 'cancelled', posts: 1 },
    { state: 'cancelled', posts: 1 },
  ])
  expect(restored.engine.verify()).toEqual([])
})

test('a correction made after the backup is brought over byte for byte and sent under the same ref', async () => {
  const till = await aTill()
  till.simulator.setControls({ rejectNext: { count: 1 } })
  const sale = till.sells(coffee())
  await till.sendsEverything()
  const backup = await till.engine.backups.make()
  if (!backup.ok) throw new Error(backup.error.code)
  till.simulator.setControls({ shopOffline: true })
  till.engine.correctAndResend(sale.externalRef, { name: 'Rosa Ejemplo', document: null, email: null, phone: null })
  const { body } = till.engine.stores.documents.request(sale.externalRef, 2)
  await till.engine.stop()
  till.simulator.setControls({ shopOffline: false })
  damage(databaseOf(till)).zeroesHeader()
  await restores(till, backup.value.file)
  const restored = await reopens(till)
  await restored.sendsEverything()
  expect(restored.engine.stores.documents.request(sale.externalRef, 2).body).toBe(body)
  expect(restored.stateOf(sale)).toBe('stamped')
  expect(restored.engine.verify()).toEqual([])
})

test.each([
  [
    'a request that no longer fits its hash',
    "UPDATE frozen_request SET body = replace(body, '5.5', '6.5') WHERE document_id = 7",
  ],
  ['a line that no longer adds up', 'UPDATE sale_line SET amount_cents = amount_cents + 1 WHERE sale_number = 7'],
  ['a tender that does not pay it', 'UPDATE sale_tender SET amount_cents = amount_cents - 1 WHERE sale_number = 7'],
  ['a line that is gone', 'DELETE FROM sale_line WHERE sale_number = 7'],
  ['a document of another total', 'UPDATE fiscal_document SET total_cents = 1 WHERE document_id = 7'],
  ['a document that is gone', 'PRAGMA foreign_keys = OFF; DELETE FROM fiscal_document WHERE document_id = 7'],
])('a sale with %s is brought over from its second record, and named where there is none', async (_, sql) => {
  const { till, backup } = await aTillThatWasBackedUp({ before: 3, after: 6, issued: 0 })
  const broken = new Database(databaseOf(till))
  for (const name of [
    'request_is_frozen',
    'sale_line_is_a_fact',
    'sale_line_is_kept',
    'sale_tender_is_a_fact',
    'document_is_kept',
  ])
    broken.exec(`DROP TRIGGER ${name}`)
  broken.exec(sql)
  broken.close()
  const copy = await aTillThatWasBackedUp({ before: 3, after: 6, issued: 0 })
  cpSync(databaseOf(till), databaseOf(copy.till))
  expect(await restores(till, backup.file)).toMatchObject({ sales: 3, brought: 6, missed: [] })
  losesItsSaleBook(copy.till)
  expect(await restores(copy.till, copy.backup.file)).toMatchObject({ sales: 3, brought: 5, missed: [7] })
})

test('a sound database gives every later sale, however far behind its marker is', async () => {
  const till = await aTill()
  till.sells(coffee())
  const backup = await till.engine.backups.make()
  if (!backup.ok) throw new Error(backup.error.code)
  till.engine.unitOfWork.run(() => {
    for (let sale = 0; sale < 1_200; sale += 1) till.sells(coffee())
  })
  await till.engine.stop()
  losesItsSaleBook(till)
  const marker = path.join(till.folder, 'installation.json')
  writeFileSync(marker, JSON.stringify({ ...JSON.parse(readFileSync(marker, 'utf8')), lastNumber: 1 }))
  expect(await restores(till, backup.value.file)).toMatchObject({ sales: 1, brought: 1_200, missed: [] })
})

test('a damaged database of an older version gives its sales as well, and a second record that cannot be read keeps nothing from it', async () => {
  const { till, backup } = await aTillThatWasBackedUp()
  const older = new Database(databaseOf(till))
  for (const table of ['tax_activity_search', 'tax_place_search', 'tax_activity', 'tax_place', 'tax_catalogs'])
    older.exec(`DROP TABLE ${table}`)
  older.pragma('user_version = 6')
  older.pragma('wal_checkpoint(TRUNCATE)')
  const pageOfRequests = older
    .prepare("SELECT max(pageno) FROM dbstat WHERE name = 'frozen_request' AND pagetype = 'leaf'")
    .pluck()
    .get()
  older.close()
  damage(databaseOf(till)).flips(Number(pageOfRequests))
  losesItsSaleBook(till)
  mkdirSync(path.join(till.folder, 'newest-sales.jsonl'))
  const { brought, missed } = await restores(till, backup.file)
  expect(brought + missed.length).toBe(40)
  expect(brought).toBeGreaterThan(20)
})
