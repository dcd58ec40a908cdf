import { expect, test } from 'vitest'
import { documentWords } from '#cli/document-words.ts'
import { coffee } from '#support/a-cart.ts'
import { aTill } from '#support/a-till.ts'
import { asType } from '#support/every-act.ts'
import { manualClock } from '#support/manual-clock.ts'

const FIVE_DAYS_MS = 5 * 86_400_000

test('a CCF past its window says so, and once it is cancelled names the note that the API made of it', async () => {
  // The window is reckoned from the day in the signed JSON, which is the simulator's.
  const till = await aTill({ clock: manualClock(Date.now()) })
  const { externalRef } = till.sells(asType('03', coffee()))
  await till.sendsEverything()
  const words = () => {
    const detail = till.engine.documentDetail(externalRef)
    if (!detail) throw new Error(`no document ${externalRef}`)
    return documentWords(detail)
  }
  till.clock.advance(FIVE_DAYS_MS)
  till.simulator.setControls({ clockOffsetMs: FIVE_DAYS_MS })
  expect(words().at(-1)).toMatch(/^el plazo para anular venció el [\d-]{10}: el servicio haría una nota de crédito/)
  till.engine.cancelDocument(externalRef, 'Mercadería devuelta')
  await till.sendsEverything()
  expect(words().at(-1)).toMatch(/^nota de crédito automática DTE-05-M001P001-\d{15} \([0-9a-f-]{36}\)$/)
})
