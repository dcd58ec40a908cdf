import type { Instant } from '../clock/local-time.ts'
import { type DocumentState, isIssued } from '../document/document-state.ts'

/** ticket: the API's PDF · text_ticket: the same facts as text · slip: the paper that is no fiscal document. */
export type PaperKind = 'ticket' | 'text_ticket' | 'slip'

export type PaperSituation = {
  readonly state: DocumentState
  /** The API's ticket is kept here. */
  readonly ticketKept: boolean
  /** It is still wished for, so it may come. */
  readonly ticketWanted: boolean
  /** The API surely cannot be reached now. */
  readonly lineDown: boolean
  readonly decideBy: Instant
}

/** Which paper a waiting job becomes at `now`; null while the better one may still come in time. */
export const choosePaper = (situation: PaperSituation, now: Instant): PaperKind | null => {
  const { state, ticketKept, ticketWanted, lineDown, decideBy } = situation
  const inTime = now < decideBy && !lineDown
  if (isIssued(state)) {
    // Wanted though kept: the stamp came after the contingency, and with it a newer ticket.
    if (ticketWanted && inTime) return null
    return ticketKept ? 'ticket' : 'text_ticket'
  }
  const mayStillBeIssued = state === 'pending' || state === 'unknown' || state === 'awaiting'
  return inTime && mayStillBeIssued ? null : 'slip'
}
