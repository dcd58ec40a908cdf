import { setTimeout as delay } from 'node:timers/promises'
import type { DocumentSummary } from '#application/ports/document-list.ts'
import type { SurvivingTill } from '#support/a-surviving-till.ts'

const LOOKS_EVERY_MS = 500
const LOOKS_AT = 200
/** One sale in so many is taken back. */
const TAKES_BACK_ONE_IN = 40

/** Somebody who looks at the documents: corrects what was rejected, asks again about an alarm, takes a sale back now and then. */
export const watchOver = (till: SurvivingTill, random: () => number) => {
  const done = new Set<string>()
  let corrections = 0
  let cancellations = 0
  let watching = true

  const see = async ({ externalRef, state }: DocumentSummary): Promise<void> => {
    switch (state) {
      case 'rejected':
      case 'refused':
        corrections += 1
        return till.corrects(externalRef, {
          name: 'Cliente de Prueba',
          document: null,
          email: `corregido${corrections}@ejemplo.test`,
          phone: null,
        })
      case 'alarm':
        await till.asks((process) => process.retry(externalRef))
        return
      case 'cancelled':
        done.add(externalRef)
        return
      case 'stamped':
        if (random() * TAKES_BACK_ONE_IN >= 1) {
          done.add(externalRef)
          return
        }
        cancellations += 1
        return till.cancels(externalRef, 'El cliente devolvió todo')
      default:
        return
    }
  }
  const open = (): readonly string[] =>
    till.acknowledged.map(({ externalRef }) => externalRef).filter((externalRef) => !done.has(externalRef))
  const look = async (): Promise<void> => {
    const refs = open().slice(0, LOOKS_AT)
    const documents = await till.asks((process) => process.documents(refs))
    for (const document of documents) await see(document)
  }
  const watched = (async () => {
    while (watching) {
      await look()
      await delay(LOOKS_EVERY_MS)
    }
  })()
  return {
    /** Documents that are not done with. */
    open: () => open().length,
    /** Presses "try now" on everything that is still open. */
    tryAll: async (): Promise<void> => {
      for (const externalRef of open()) await till.asks((process) => process.retry(externalRef))
    },
    corrections: () => corrections,
    cancellations: () => cancellations,
    leave: async (): Promise<void> => {
      watching = false
      await watched
    },
  }
}
