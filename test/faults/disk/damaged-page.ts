import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import { listBackups, newestGoodBackup } from '#engine/rescue/candidates.ts'
import { examineData } from '#engine/rescue/examine-data.ts'
import { restoreHere } from '#engine/rescue/restore-here.ts'
import { type Simulator, startSimulator } from '#simulator/start-simulator.ts'
import { type LiveTill, openLiveTill } from '../a-live-till.ts'
import { anySale } from '../any-sale.ts'
import { type Acknowledged, checkPromise } from '../check-promise.ts'
import type { Figures, Scenario } from '../figures.ts'
import { together } from '../processes/random-kills.ts'
import { seeded, wholeFrom } from '../seeded.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { until } from '../time.ts'

const NAME = 'damaged page, restored from the newest backup'
const PAGE = 4_096
const BEFORE = 25
const SINCE_BACKUP = 12
const NOT_SENT = 6
const AFTER = 2
const ISSUED_WITHIN_MS = 60_000

/** Any page of the file goes bad, the first one too; every other time one of those that do not stand in the backup as they stand here. */
const damageOne = (file: string, backup: string, random: () => number): void => {
  const [now, then] = [readFileSync(file), readFileSync(backup)]
  const pages = Array.from({ length: Math.floor(now.length / PAGE) }, (_, page) => page)
  const isNewer = (page: number): boolean =>
    now.compare(then, page * PAGE, Math.min((page + 1) * PAGE, then.length), page * PAGE, (page + 1) * PAGE) !== 0
  const candidates = random() < 0.5 ? pages : pages.filter((page) => (page + 1) * PAGE > then.length || isNewer(page))
  const page = candidates[wholeFrom(random, 0, candidates.length - 1)] ?? 0
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(PAGE, 0xa5), 0, PAGE, page * PAGE)
  closeSync(handle)
}

const sellSome = (till: LiveTill, random: () => number, count: number): void => {
  for (let sale = 0; sale < count; sale += 1) till.sells(anySale(random))
}
const issued = (till: LiveTill): Promise<void> =>
  until('everything issued', ISSUED_WITHIN_MS, () => till.waiting() === 0)

/** A till with a backup, sales after it, and some of those not sent yet. */
const lifeBefore = async (
  folder: string,
  simulator: Simulator,
  random: () => number,
): Promise<readonly Acknowledged[]> => {
  const till = await openLiveTill({ folder, apiUrl: simulator.baseUrl })
  let backup = ''
  try {
    sellSome(till, random, BEFORE)
    await issued(till)
    const made = await till.engine.backups.make()
    if (!made.ok) throw new Error(made.error.code)
    backup = made.value.file
    sellSome(till, random, SINCE_BACKUP)
    await issued(till)
    simulator.setControls({ shopOffline: true })
    sellSome(till, random, NOT_SENT)
    return till.acknowledged
  } finally {
    await till.stop()
    // A till that is switched off makes one at its end, one whose disk fails does not.
    for (const { file } of listBackups(folder)) if (file !== backup) rmSync(file)
    simulator.setControls({ shopOffline: false })
  }
}

const numberOf = (externalRef: string): number => Number(externalRef.split('-')[3])

type Damaged = Figures & {
  /** Sales that were on the page alone, and whose numbers the till told; and how many of those the API has. */
  readonly said: number
  readonly saidIssued: number
}

/**
 * What was newer than the newest backup and stood on the bad page can be in the file no more: the till has to tell its number. What it tells of is
 * counted apart, what it is silent about is lost.
 */
const goesOn = async (
  folder: string,
  simulator: Simulator,
  before: readonly Acknowledged[],
  missed: readonly number[],
  random: () => number,
): Promise<Omit<Damaged, 'injected' | 'recoveryMs'>> => {
  const isSaid = ({ externalRef }: { readonly externalRef: string }): boolean => missed.includes(numberOf(externalRef))
  const till = await openLiveTill({ folder, apiUrl: simulator.baseUrl })
  try {
    sellSome(till, random, AFTER)
    await issued(till)
    const acknowledged = [...before, ...till.acknowledged]
    const unsaid = <T extends { readonly externalRef: string }>(items: readonly T[]) =>
      items.filter((item) => !isSaid(item))
    const broken = checkPromise(unsaid(acknowledged), till.documents(), unsaid(simulator.ledger()))
    const findings = till.engine.verify().map(({ code, detail }) => `${code} ${detail}`)
    return {
      fault: NAME,
      sales: acknowledged.length,
      documents: simulator.ledger().length,
      broken: { ...broken, wrong: [...broken.wrong, ...till.troubles, ...findings] },
      said: before.filter(isSaid).length,
      saidIssued: simulator.ledger().filter(isSaid).length,
    }
  } finally {
    await till.stop()
  }
}

/** A page that does not show matters to nobody: then everything has to be there as it was, whatever `verify` looks at. */
const damagedOnce = (seed: number): Promise<Damaged> =>
  inTemporaryFolder(async (folder) => {
    const random = seeded(seed)
    const simulator = await startSimulator({ rateLimits: 'none' })
    try {
      const before = await lifeBefore(folder, simulator, random)
      const backup = newestGoodBackup(folder)?.file ?? ''
      damageOne(path.join(folder, 'till.db'), backup, random)
      const found = examineData(folder)
      const startedAt = performance.now()
      const restored = found === null ? null : await restoreHere(folder, backup)
      if (restored && !restored.ok) throw new Error(restored.error.code)
      const went = await goesOn(folder, simulator, before, restored?.value.missed ?? [], random)
      return { ...went, injected: found === null ? 0 : 1, recoveryMs: performance.now() - startedAt }
    } finally {
      await simulator.close()
    }
  })

const sum = (rows: readonly Damaged[], figure: (row: Damaged) => number): number =>
  rows.reduce((total, row) => total + figure(row), 0)

/** One page of the database file goes bad; the till finds it before it opens, and goes on from its newest backup and what can still be read. */
export const damagedPage = (times: number, seed: number): Scenario => ({
  name: NAME,
  seconds: times,
  run: async () => {
    const rows: Damaged[] = []
    for (let time = 0; time < times; time += 1) rows.push(await damagedOnce(seed + time))
    const said = sum(rows, (row) => row.said)
    const silent = rows.filter(({ injected }) => injected === 0).length
    return {
      ...together(rows),
      note: `${said} sales gone and said, ${sum(rows, (row) => row.saidIssued)} of them issued; ${silent} pages that nobody needs`,
    }
  },
})
