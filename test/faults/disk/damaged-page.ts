import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { newestGoodBackup } from '#engine/rescue/candidates.ts'
import { examineData } from '#engine/rescue/examine-data.ts'
import { restoreHere } from '#engine/rescue/restore-here.ts'
import { type Simulator, startSimulator } from '#simulator/start-simulator.ts'
import { type LiveTill, openLiveTill } from '../a-live-till.ts'
import { anyCart } from '../any-cart.ts'
import { type Acknowledged, checkPromise } from '../check-promise.ts'
import type { Figures, Scenario } from '../figures.ts'
import { together } from '../processes/random-kills.ts'
import { seeded, wholeFrom } from '../seeded.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { until } from '../time.ts'

const NAME = 'damaged page, restored from the newest backup'
const PAGE = 4_096
/** The kinds of a page that holds rows: leaves of a table and of an index (SQLite's file format, §1.6). */
const LEAVES = [0x0d, 0x0a]
const ISSUED_WITHIN_MS = 60_000

/** Pages with rows that stand in the backup as they stand here: what they hold is in the backup, what is newer is on others. */
const pagesOfBoth = (file: string, backup: string): readonly number[] => {
  const [now, then] = [readFileSync(file), readFileSync(backup)]
  const pages = Array.from({ length: Math.min(now.length, then.length) / PAGE }, (_, page) => page)
  return pages.filter((page) => {
    const [here, there] = [now, then].map((bytes) => bytes.subarray(page * PAGE, (page + 1) * PAGE))
    return page > 0 && here && there?.equals(here) && LEAVES.includes(here[0] ?? 0)
  })
}

const damage = (file: string, page: number): void => {
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(PAGE, 0xa5), 0, PAGE, page * PAGE)
  closeSync(handle)
}

const sellSome = (till: LiveTill, random: () => number, count: number): void => {
  for (let sale = 0; sale < count; sale += 1) till.sells(anyCart(random))
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
  try {
    sellSome(till, random, 25)
    await issued(till)
    const made = await till.engine.backups.make()
    if (!made.ok) throw new Error(made.error.code)
    sellSome(till, random, 3)
    await issued(till)
    simulator.setControls({ shopOffline: true })
    sellSome(till, random, 3)
    return till.acknowledged
  } finally {
    await till.stop()
  }
}

const damagedOnce = (seed: number): Promise<Figures> =>
  inTemporaryFolder(async (folder) => {
    const random = seeded(seed)
    const simulator = await startSimulator({ rateLimits: 'none' })
    try {
      const before = await lifeBefore(folder, simulator, random)
      const backup = newestGoodBackup(folder)?.file ?? ''
      const file = path.join(folder, 'till.db')
      const pages = pagesOfBoth(file, backup)
      damage(file, pages[wholeFrom(random, 0, pages.length - 1)] ?? 1)
      const found = examineData(folder)
      const startedAt = performance.now()
      const restored = await restoreHere(folder, backup)
      if (!restored.ok) throw new Error(restored.error.code)
      simulator.setControls({ shopOffline: false })
      const till = await openLiveTill({ folder, apiUrl: simulator.baseUrl })
      try {
        sellSome(till, random, 2)
        await issued(till)
        const acknowledged = [...before, ...till.acknowledged]
        const broken = checkPromise(acknowledged, till.documents(), simulator.ledger())
        const findings = till.engine.verify().map(({ code, detail }) => `${code} ${detail}`)
        return {
          fault: NAME,
          injected: found === null ? 0 : 1,
          sales: acknowledged.length,
          documents: simulator.ledger().length,
          broken: { ...broken, wrong: [...broken.wrong, ...till.troubles, ...findings] },
          recoveryMs: performance.now() - startedAt,
        }
      } finally {
        await till.stop()
      }
    } finally {
      await simulator.close()
    }
  })

/** One page of the database file goes bad; the till finds it before it opens, and goes on from its newest backup and what can still be read. */
export const damagedPage = (times: number, seed: number): Scenario => ({
  name: NAME,
  seconds: times * 2,
  run: async () => {
    const rows: Figures[] = []
    for (let time = 0; time < times; time += 1) rows.push(await damagedOnce(seed + time))
    return together(rows)
  },
})
