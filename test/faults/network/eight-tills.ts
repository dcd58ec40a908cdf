import path from 'node:path'
import { startSimulator } from '#simulator/start-simulator.ts'
import { type LiveTill, openLiveTill } from '../a-live-till.ts'
import { anySale } from '../any-sale.ts'
import { checkPromise } from '../check-promise.ts'
import type { Scenario } from '../figures.ts'
import { seeded } from '../seeded.ts'
import { inTemporaryFolder } from '../temporary-folder.ts'
import { until } from '../time.ts'

const TILLS = 8
/** So many that they need more than one minute's budget. */
const SALES = 30
const LIMITS = { perMinute: 120, perHour: 5_000 }
const ISSUED_WITHIN_MS = 400_000
const MINUTE_MS = 60_000

/** Eight tills of one company come back at once with a backlog each, and share the budget that the API's headers tell of. */
export const eightTills: Scenario = {
  name: 'eight tills on one key, with its limits',
  seconds: 180,
  run: () =>
    inTemporaryFolder(async (folder) => {
      const simulator = await startSimulator({ rateLimits: LIMITS })
      const random = seeded(8)
      const tills: LiveTill[] = []
      try {
        simulator.setControls({ shopOffline: true })
        for (let till = 1; till <= TILLS; till += 1) {
          const tillCode = `C0${till}`
          tills.push(await openLiveTill({ folder: path.join(folder, tillCode), apiUrl: simulator.baseUrl, tillCode }))
        }
        for (let sale = 0; sale < SALES; sale += 1) for (const till of tills) till.sells(anySale(random))
        await until('the line to be down', ISSUED_WITHIN_MS, () =>
          tills.every(({ engine }) => engine.line.state() === 'offline'),
        )
        simulator.setControls({ shopOffline: false })
        const startedAt = performance.now()
        const secondMinuteAt = Date.now() + MINUTE_MS
        await until('everything issued', ISSUED_WITHIN_MS, () => tills.every((till) => till.waiting() === 0))
        const acknowledged = tills.flatMap((till) => till.acknowledged)
        const broken = checkPromise(
          acknowledged,
          tills.flatMap((till) => till.documents()),
          simulator.ledger(),
        )
        const findings = tills.flatMap(({ engine }) => engine.verify().map(({ code }) => code))
        const refused = simulator.requests().filter(({ status }) => status === 429)
        const later = simulator.requests().filter(({ at }) => Date.parse(at) >= secondMinuteAt)
        const overrun = refused
          .filter((request) => later.includes(request))
          .map(({ path: to, at }) => `429 to ${to} at ${at}`)
        return {
          fault: 'eight tills on one key, with its limits',
          // What had to wait for a later minute's budget.
          injected: later.filter(({ method }) => method === 'POST').length,
          sales: acknowledged.length,
          documents: simulator.ledger().length,
          broken: {
            ...broken,
            wrong: [...broken.wrong, ...overrun, ...findings, ...tills.flatMap(({ troubles }) => troubles)],
          },
          recoveryMs: performance.now() - startedAt,
          note: `documents that waited for their minute; ${refused.length} answers 429`,
        }
      } finally {
        await Promise.all(tills.map((till) => till.stop()))
        await simulator.close()
      }
    }),
}
