import path from 'node:path'
import type { Simulator } from '#simulator/start-simulator.ts'
import { openSurvivingTill, type SurvivingTill } from '#support/a-surviving-till.ts'
import { KEY, RESOURCES } from '../a-live-till.ts'
import { killSoon, sellMeanwhile } from '../processes/random-kills.ts'
import { comesTrue } from '../time.ts'
import { watchOver } from './a-person.ts'

/**
 * What needs no person comes by itself, but may have been put off for minutes by many tries in vain: then somebody presses "try now", once. A
 * refused key alone is waited out for a minute.
 */
const PRESSED_AFTER_MS = 75_000
const RECOVERS_WITHIN_MS = 300_000

export const openChaoticTill = (simulator: Simulator, folder: string): Promise<SurvivingTill> =>
  openSurvivingTill({
    facts: {
      dataFolder: path.join(folder, 'data'),
      resourcesFolder: RESOURCES,
      apiUrl: simulator.baseUrl,
      apiKey: KEY,
      printer: 'none',
      troublesFile: path.join(folder, 'troubles.txt'),
    },
  })

/** A till that sells and is killed until the end, and the person beside it. */
export const suffers = async (till: SurvivingTill, random: () => number, endsAt: number) => {
  const seller = sellMeanwhile(till, random)
  const person = watchOver(till, random)
  while (performance.now() < endsAt) {
    await killSoon(till, random)
    await till.asks((process) => process.waiting())
  }
  await seller.stop()
  person.closes()
  return { till, person }
}

export type Survivor = Awaited<ReturnType<typeof suffers>>

export type Recovery = {
  /** Whether everything was issued in the end. */
  readonly isWhole: boolean
  /** Documents that had not come by themselves within a minute. */
  readonly pressed: number
}

/** Everything behaves again: all of it has to come to its end. */
export const recovers = async ({ till, person }: Survivor): Promise<Recovery> => {
  let pressed = 0
  const press = async (): Promise<void> => {
    const refs = await till.asks((process) => process.stillToIssue())
    pressed = refs.length
    for (const externalRef of refs) await till.asks((process) => process.retry(externalRef))
  }
  const isOver = async (): Promise<boolean> => {
    const [waiting, parked] = await till.asks((process) => Promise.all([process.stillToIssue(), process.parked()]))
    return waiting.length + parked.length === 0
  }
  const isWhole =
    (await comesTrue(PRESSED_AFTER_MS, isOver)) ||
    (await press().then(() => comesTrue(RECOVERS_WITHIN_MS - PRESSED_AFTER_MS, isOver)))
  await person.leave()
  return { isWhole, pressed }
}
