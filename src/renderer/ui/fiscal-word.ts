import type { DocumentSummaryView } from '#contract/documents.ts'
import type { ConnectionView } from '#contract/till.ts'
import type { TextKey } from '../i18n/use-text.ts'

export type FiscalWord = {
  readonly title: TextKey
  readonly detail: TextKey | null
  readonly look: 'good' | 'waiting' | 'bad'
  readonly isMoving: boolean
}

const word = (title: TextKey, look: FiscalWord['look'], detail: TextKey | null, isMoving = false): FiscalWord => ({
  title,
  detail,
  look,
  isMoving,
})

/** What became of a sale's document so far, in the words of the result view. */
export const fiscalWordOf = (
  { state, attempts }: Pick<DocumentSummaryView, 'state' | 'attempts'>,
  connection: ConnectionView['state'] | undefined,
): FiscalWord => {
  switch (state) {
    case 'pending':
      return attempts === 0 && connection === 'online'
        ? word('result.issuing', 'waiting', 'result.issuing_detail', true)
        : word('result.saved', 'waiting', 'result.saved_detail')
    case 'unknown':
      return connection === 'online'
        ? word('result.unknown', 'waiting', 'result.unknown_detail', true)
        : word('result.saved', 'waiting', 'result.unknown_detail')
    case 'contingency':
      return word('result.contingency', 'waiting', 'result.contingency_detail')
    case 'stamped':
      return word('result.stamped', 'good', null)
    case 'rejected':
      return word('result.rejected', 'bad', 'result.safe')
    case 'refused':
      return word('result.refused', 'bad', 'result.safe')
    case 'alarm':
      return word('result.alarm', 'bad', 'result.alarm_detail')
    case 'cancelling':
      return word('state.cancelling', 'waiting', 'state.cancelling_detail')
    case 'cancelled':
      return word('state.cancelled', 'bad', 'state.cancelled_detail')
    case 'awaiting':
      return word('state.awaiting', 'waiting', 'state.awaiting_detail')
    case 'withdrawn':
      return word('state.withdrawn', 'bad', 'state.withdrawn_detail')
  }
}
