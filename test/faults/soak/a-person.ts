import { setTimeout as delay } from 'node:timers/promises'
import type { DocumentSummary } from '#application/ports/document-list.ts'
import type { SurvivingTill } from '#support/a-surviving-till.ts'
import { wholeFrom } from '../seeded.ts'

const LOOKS_EVERY_MS = 500
/** At one look in so many a sale is taken back. */
const TAKES_BACK_ONE_IN = 8
const TAKEN_BACK = ['cancel', 'credit', 'returnPart'] as const

/** Somebody who does what only a person can: corrects what was rejected, asks again about an alarm, takes a sale back now and then. */
export const watchOver = (till: SurvivingTill, random: () => number) => {
  let corrections = 0
  let cancellations = 0
  let questions = 0
  let trading = true
  let watching = true

  const see = async ({ externalRef, state }: DocumentSummary): Promise<void> => {
    if (state === 'alarm') {
      questions += 1
      await till.asks((process) => process.retry(externalRef))
      return
    }
    corrections += 1
    await till.corrects(externalRef, `corregido${corrections}@ejemplo.test`)
  }
  const takeBack = async (): Promise<void> => {
    const sale = till.acknowledged[wholeFrom(random, 0, till.acknowledged.length - 1)]
    if (!sale || random() * TAKES_BACK_ONE_IN >= 1) return
    const act = TAKEN_BACK[wholeFrom(random, 0, TAKEN_BACK.length - 1)] ?? 'cancel'
    if (await till.does({ act, externalRef: sale.externalRef })) cancellations += 1
  }
  const look = async (): Promise<void> => {
    for (const document of await till.asks((process) => process.parked())) await see(document)
    if (trading) await takeBack()
  }
  const watched = (async () => {
    while (watching) {
      await look()
      await delay(LOOKS_EVERY_MS)
    }
  })()
  // Told to who waits for it to leave.
  watched.catch(() => undefined)
  return {
    did: () => ({ corrections, cancellations, questions }),
    /** The shop is closed: nobody brings anything back any more. */
    closes: (): void => {
      trading = false
    },
    leave: async (): Promise<void> => {
      watching = false
      await watched
    },
  }
}
