import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { startSimulator } from '#simulator/start-simulator.ts'
import { prepareTillProcess, startTillProcess, TillRefused } from '#support/till-in-a-process.ts'
import type { TillFacts } from '#support/till-messages.ts'
import { troublesIn } from '#support/troubles.ts'
import { KEY, openLiveTill, RESOURCES } from '../a-live-till.ts'
import { anySale } from '../any-sale.ts'
import { type Acknowledged, checkPromise } from '../check-promise.ts'
import type { Figures, Scenario } from '../figures.ts'
import { seeded } from '../seeded.ts'
import { mountSmallDisk, type SmallDisk } from '../small-disk.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { until } from '../time.ts'

const MEGABYTES = 8
const REFUSALS = 5
const ISSUED_WITHIN_MS = 90_000

const onSmallDisk = (
  work: (disk: SmallDisk, dataFolder: string, folder: string) => Promise<Figures>,
): Promise<Figures> =>
  inTemporaryFolder(async (folder) => {
    const mounted = path.join(folder, 'disk')
    mkdirSync(mounted)
    const disk = mountSmallDisk(mounted, MEGABYTES)
    try {
      return await work(disk, path.join(mounted, 'data'), folder)
    } finally {
      disk.unmount()
    }
  })

/** What a till is right to tell of while its disk is full. */
const OF_A_FULL_DISK = /disk is full|ENOSPC/

const diskFull: Scenario = {
  name: 'disk full',
  seconds: 20,
  run: () =>
    onSmallDisk(async (disk, folder) => {
      const simulator = await startSimulator({ rateLimits: 'none' })
      const till = await openLiveTill({ folder, apiUrl: simulator.baseUrl })
      const random = seeded(5)
      try {
        // Answers come in while there is no room to write them down.
        simulator.setControls({ latencyMs: 200 })
        for (let sale = 0; sale < 4; sale += 1) till.sells(anySale(random))
        await until('calls under way', ISSUED_WITHIN_MS, () => simulator.requests().length > 0)
        disk.fill()
        let refused = 0
        await until('sales refused', ISSUED_WITHIN_MS, async () => {
          if (!till.sells(anySale(random))) refused += 1
          await delay(100)
          return refused >= REFUSALS
        })
        disk.empty()
        const startedAt = performance.now()
        simulator.setControls({ latencyMs: 0 })
        await until('a sale again', ISSUED_WITHIN_MS, () => till.sells(anySale(random)))
        await until('everything issued', ISSUED_WITHIN_MS, () => till.waiting() === 0)
        const broken = checkPromise(till.acknowledged, till.documents(), simulator.ledger())
        const troubles = till.troubles.filter((text) => !OF_A_FULL_DISK.test(text))
        return {
          fault: 'disk full',
          injected: refused,
          sales: till.acknowledged.length,
          documents: simulator.ledger().length,
          broken: { ...broken, wrong: [...broken.wrong, ...troubles, ...till.engine.verify().map(({ code }) => code)] },
          recoveryMs: performance.now() - startedAt,
          note: 'sales refused before “Cobrado”',
        }
      } finally {
        await till.stop()
        await simulator.close()
      }
    }),
}

/** How the till does not open: the code or message that it refuses with. */
const refusesToOpen = async (facts: TillFacts): Promise<string> => {
  const till = prepareTillProcess()
  try {
    await till.open(facts)
    return ''
  } catch (cause) {
    if (!(cause instanceof TillRefused)) throw cause
    return cause.message
  } finally {
    await till.kill()
  }
}

/** A disk with open files cannot be made read-only while they are written, so it is found read-only at the start. */
const readOnly: Scenario = {
  name: 'disk read-only at the start',
  seconds: 10,
  run: () =>
    onSmallDisk(async (disk, dataFolder, folder) => {
      const simulator = await startSimulator({ rateLimits: 'none' })
      const facts = {
        dataFolder,
        resourcesFolder: RESOURCES,
        apiUrl: simulator.baseUrl,
        apiKey: KEY,
        printer: 'none',
        troublesFile: path.join(folder, 'troubles.txt'),
      }
      const random = seeded(6)
      const acknowledged: Acknowledged[] = []
      const sells = async (till: Awaited<ReturnType<typeof startTillProcess>>): Promise<void> => {
        const attemptId = String(acknowledged.length)
        acknowledged.push({ attemptId, ...(await till.sell(anySale(random), attemptId)) })
      }
      try {
        simulator.setControls({ shopOffline: true })
        const before = await startTillProcess(facts)
        for (let sale = 0; sale < 4; sale += 1) await sells(before)
        await before.kill()
        disk.mountAs('ro')
        const refusals = [await refusesToOpen(facts), await refusesToOpen(facts)].filter((text) => text !== '')
        disk.mountAs('rw')
        simulator.setControls({ shopOffline: false })
        const startedAt = performance.now()
        const after = await startTillProcess(facts)
        await sells(after)
        await until('everything issued', ISSUED_WITHIN_MS, async () => (await after.waiting()).documents === 0)
        const recoveryMs = performance.now() - startedAt
        const documents = await after.everyDocument()
        const broken = checkPromise(acknowledged, documents, simulator.ledger())
        const findings = await after.verify()
        await after.stop()
        return {
          fault: 'disk read-only at the start',
          injected: refusals.length,
          sales: acknowledged.length,
          documents: simulator.ledger().length,
          broken: { ...broken, wrong: [...broken.wrong, ...findings, ...troublesIn(facts.troublesFile)] },
          recoveryMs,
          note: `the till does not open: ${refusals[0]}`,
        }
      } finally {
        await simulator.close()
      }
    }),
}

/** Faults of the disk; they need a disk of their own, see `whyNoSmallDisk`. */
export const DISK_SCENARIOS: readonly Scenario[] = [diskFull, readOnly]
