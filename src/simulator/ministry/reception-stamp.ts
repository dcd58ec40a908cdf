import { createHash } from 'node:crypto'
import { localDate } from '../local-time.ts'

/**
 * A reception stamp as MH's look: 40 capitals and digits, the year first. It follows from the generation code, what was
 * stamped and when (ms since 1970), so the same story gives the same stamps.
 */
export const receptionStampOf = (generationCode: string, purpose: 'issue' | 'cancel', at: number): string => {
  const digest = createHash('sha256').update(`${generationCode}/${purpose}/${at}`).digest('hex')
  return localDate(at).slice(0, 4) + BigInt(`0x${digest}`).toString(36).toUpperCase().padStart(50, '0').slice(-36)
}
