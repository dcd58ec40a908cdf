import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { coffee } from '#support/a-cart.ts'
import { aFolder } from '#support/a-folder.ts'
import { aTill, type Till } from '#support/a-till.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const backsUpTo = (till: Till, secondBackupFolder: string): void =>
  till.engine.shop.save({ ...till.engine.shop.settings(), secondBackupFolder })

const looksAround = async (till: Till) => {
  till.engine.backups.lookAround()
  await till.engine.backups.idle()
  return till.engine.backups.state()
}

const names = (folder: string, extension: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(extension))

test('a backup is made every hour in which something changed, and in no other', async () => {
  const till = await aTill()
  const startsAt = till.clock.now()
  till.sells(coffee())
  const made: number[] = []
  for (const [minutes, sells] of [
    [0, true],
    [30, true],
    [60, false],
    [120, false],
    [180, true],
    [181, false],
  ] as const) {
    till.clock.advance(startsAt + minutes * MINUTE - till.clock.now())
    if (sells) till.sells(coffee())
    made.push((await looksAround(till)).list.length)
  }
  expect(made).toEqual([1, 1, 2, 2, 3, 3])
})
test('a clock set back makes the next backup due, and it is not the one that goes', async () => {
  const till = await aTill()
  till.sells(coffee())
  await looksAround(till)
  till.clock.setBack(48 * HOUR)
  till.sells(coffee())
  const { list } = await looksAround(till)
  expect(list.map(({ verified }) => verified?.sales)).toEqual([1, 2])
})

test('the second place gets the backup, the archived files and word of the till', async () => {
  const till = await aTill()
  const second = aFolder()
  backsUpTo(till, second)
  const sale = till.sells(coffee())
  await till.sendsEverything()
  expect(await till.engine.backups.make()).toMatchObject({ ok: true, value: { verified: { sales: 1 } } })
  const own = path.join(second, `T01-C01-${till.engine.shop.tag}`)
  expect(names(own, '.db')).toHaveLength(1)
  expect(
    names(own, '.pdf')
      .concat(names(own, '.dte.json'))
      .every((name) => name.includes(sale.externalRef)),
  ).toBe(true)
  expect(names(own, '.pdf')).toHaveLength(1)
  expect(names(path.join(second, 'tills'), '.json')).toEqual([`T01-C01-${till.engine.shop.tag}.json`])
  expect(till.engine.backups.state().second).toEqual({ folder: second, at: till.clock.now(), trouble: null })
})

test('a stick that is not there is said, stops nothing, is not made up, and gets its backup when it is back', async () => {
  const till = await aTill()
  const stick = path.join(aFolder(), 'stick')
  backsUpTo(till, stick)
  till.sells(coffee())
  const missing = await looksAround(till)
  expect(missing).toMatchObject({ trouble: null, second: { at: null, trouble: { code: 'second_folder_missing' } } })
  expect(missing.list).toHaveLength(1)

  mkdirSync(stick)
  till.clock.advance(6 * MINUTE)
  expect(await looksAround(till)).toMatchObject({ second: { at: till.clock.now(), trouble: null } })
  expect(names(stick, '.db')).toHaveLength(1)
})

const isRoot = process.platform === 'linux' && process.getuid?.() === 0

/** A disk of so many kilobytes. */
const aSmallDisk = (kilobytes: number): string => {
  const folder = aFolder()
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder])
  onTestFinished(() => void execFileSync('umount', [folder]))
  return folder
}

test.skipIf(!isRoot)(
  'a second place that is full is said, and keeps the till from nothing (needs root, to mount a small disk)',
  async () => {
    const till = await aTill()
    const stick = aSmallDisk(64)
    backsUpTo(till, stick)
    till.sells(coffee())
    expect(await looksAround(till)).toMatchObject({ trouble: null, second: { trouble: { code: 'backup_place_full' } } })
    expect(names(stick, '.part')).toEqual([])
    till.sells(coffee())
  },
)

test('a till that closes leaves nothing without a backup', async () => {
  const till = await aTill()
  till.engine.start()
  till.sells(coffee())
  await till.engine.stop()
  const folder = path.join(till.folder, 'backups')
  const [newest = ''] = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .reverse()
  expect(JSON.parse(readFileSync(path.join(folder, newest), 'utf8'))).toMatchObject({ sales: 1 })
})

test('on another machine the till gets another tag, asks first about what is not finished, and says so until it is seen', async () => {
  const till = await aTill({ machine: 'old' })
  const sale = till.sells(coffee())
  await till.engine.stop()
  const moved = await aTill({ folder: till.folder, simulator: till.simulator, clock: till.clock, machine: 'new' })
  expect(moved.engine.shop.tag).not.toBe(till.engine.shop.tag)
  const [notice, ...others] = moved.engine.installation.unseen()
  expect([notice?.kind, notice?.facts.asked, others]).toEqual(['moved', 1, []])
  await moved.sendsEverything()
  const calls = moved.engine.stores.documents
    .attempts(sale.externalRef)
    .map(({ call, outcome }) => `${call} ${outcome}`)
  expect(calls.slice(0, 3)).toEqual(['status restored', 'status not_found', 'post stamped'])

  moved.engine.installation.see(notice?.noticeId ?? 0, till.clock.now())
  await moved.engine.stop()
  const again = await aTill({ folder: till.folder, simulator: till.simulator, clock: till.clock, machine: 'new' })
  expect([again.engine.shop.tag, again.engine.installation.unseen()]).toEqual([moved.engine.shop.tag, []])
})

test('a till and its cloned disk sell side by side: no ref is used twice, nothing is issued twice, and both are told', async () => {
  const till = await aTill({ machine: 'first' })
  const shared = aFolder()
  backsUpTo(till, shared)
  till.sells(coffee())
  till.simulator.setControls({ shopOffline: true })
  await till.engine.stop()
  const clonedFolder = aFolder()
  cpSync(till.folder, clonedFolder, { recursive: true })
  till.simulator.setControls({ shopOffline: false })

  const { simulator, clock } = till
  const first = await aTill({ folder: till.folder, simulator, clock, machine: 'first' })
  const clone = await aTill({ folder: clonedFolder, simulator, clock, machine: 'second' })
  for (let sold = 0; sold < 5; sold += 1) for (const one of [first, clone]) one.sells(coffee())
  await first.sendsEverything()
  await clone.sendsEverything()
  const ledger = simulator.ledger()
  expect(new Set(ledger.map(({ externalRef }) => externalRef)).size).toBe(11)
  expect(ledger.filter(({ posts }) => posts !== 1)).toEqual([])

  await first.engine.backups.make()
  expect(first.engine.backups.state().twin).toBeNull()
  await clone.engine.backups.make()
  clock.advance(HOUR)
  await first.engine.backups.make()
  expect(first.engine.backups.state().twin).toMatchObject({ tag: clone.engine.shop.tag, machine: 'second' })
  await clone.engine.backups.make()
  expect(clone.engine.backups.state().twin).toMatchObject({ tag: first.engine.shop.tag, machine: 'first' })
  clock.advance(8 * 24 * HOUR)
  await first.engine.backups.make()
  expect(first.engine.backups.state().twin).toBeNull()
  rmSync(clonedFolder, { recursive: true, force: true })
})

test('the machine that this one replaced is no twin', async () => {
  const till = await aTill({ machine: 'old' })
  const shared = aFolder()
  backsUpTo(till, shared)
  till.sells(coffee())
  await till.engine.backups.make()
  await till.engine.stop()
  till.clock.advance(HOUR)
  const moved = await aTill({ folder: till.folder, simulator: till.simulator, clock: till.clock, machine: 'new' })
  await moved.engine.backups.make()
  expect(names(path.join(shared, 'tills'), '.json')).toHaveLength(2)
  expect(moved.engine.backups.state().twin).toBeNull()
})

test('lines cut off at the journal’s end are missed by the backup that has them', async () => {
  const till = await aTill()
  till.sells(coffee())
  await till.sendsEverything()
  till.engine.noteAct('day_closed', {})
  const made = await till.engine.backups.make()
  if (!made.ok) throw new Error(made.error.code)
  expect(till.engine.verify()).toEqual([])
  const database = new Database(path.join(till.folder, 'till.db'))
  const keeps = z
    .string()
    .parse(database.prepare(`SELECT sql FROM sqlite_schema WHERE name = 'journal_is_kept'`).pluck().get())
  database.exec('DROP TRIGGER journal_is_kept')
  const last = database.prepare(
    'DELETE FROM journal WHERE entry_id = (SELECT max(entry_id) FROM journal) RETURNING entry_id',
  )
  const line = last.pluck().get()
  database.exec(keeps)
  database.close()
  expect(till.engine.verify()).toEqual([
    { code: 'journal_cut', externalRef: null, detail: `line ${line}, by ${made.value.name}` },
  ])
})

test('a copy in the second place that is not what was copied is no backup there, and is made anew', async () => {
  const till = await aTill()
  const second = aFolder()
  backsUpTo(till, second)
  till.sells(coffee())
  const made = await till.engine.backups.make()
  if (!made.ok) throw new Error(made.error.code)
  const own = path.join(second, `T01-C01-${till.engine.shop.tag}`)
  const copy = path.join(own, made.value.name)
  const bytes = readFileSync(copy)
  writeFileSync(copy, Buffer.alloc(bytes.length))
  rmSync(copy.replace(/\.db$/, '.json'))
  writeFileSync(`${copy}.4711.part`, 'of a stick that was pulled out')
  till.clock.advance(1_000)
  await till.engine.backups.make()
  expect(names(own, '.part')).toEqual([])
  expect(till.engine.backups.state().second?.trouble).toBeNull()
})

test('a till that was quiet for three backups records only what it sells from then on', async () => {
  const till = await aTill()
  till.engine.saleBook.own()
  for (let sale = 0; sale < 5; sale += 1) till.sells(coffee())
  till.engine.saleBook.follow()
  for (let hour = 0; hour < 3; hour += 1) {
    till.clock.advance(HOUR)
    const made = await till.engine.backups.make()
    if (!made.ok) throw new Error(made.error.code)
  }
  await till.engine.stop()
  const book = () => readFileSync(path.join(till.folder, 'newest-sales.jsonl'), 'utf8').split('\n').filter(Boolean)
  expect(book()).toEqual([])
  const again = await aTill({ folder: till.folder, clock: till.clock, simulator: till.simulator })
  again.sells(coffee())
  again.engine.saleBook.follow()
  expect(book().length).toBe(1)
})

test('the second place gets what was sold last, also after a clock that was wrong for a while', async () => {
  const till = await aTill()
  const second = aFolder()
  backsUpTo(till, second)
  till.sells(coffee())
  till.clock.setForward(400 * 24 * HOUR)
  await till.engine.backups.make()
  till.clock.setBack(400 * 24 * HOUR)
  till.sells(coffee())
  const made = await till.engine.backups.make()
  if (!made.ok) throw new Error(made.error.code)
  expect(names(path.join(second, `T01-C01-${till.engine.shop.tag}`), '.db')).toContain(made.value.name)
})
