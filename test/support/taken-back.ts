import type { Simulator } from '#simulator/start-simulator.ts'
import type { Act, Deed } from './every-act.ts'

/** The kinds of act that cancel what they are about. */
export const CANCELLING: readonly Deed['act'][] = ['cancel', 'returnPart']

/** Whether what was cancelled is, and, where that came too late, by how many notes of the API's own. */
export const takenBack = (simulator: Simulator, deed: Deed) => {
  const ref = 'externalRef' in deed ? deed.externalRef : null
  const ledger = simulator.ledger()
  return {
    isCancelled: ledger.some(({ externalRef, state }) => externalRef === ref && state === 'cancelled'),
    automaticNotes: ledger.filter(({ automatic, relatedTo }) => automatic && relatedTo === ref).length,
  }
}

/** The same, as the row means it. */
export const meantBy = (row: Act) => ({
  isCancelled: CANCELLING.includes(row.act),
  automaticNotes: 'daysAfter' in row ? 1 : 0,
})
