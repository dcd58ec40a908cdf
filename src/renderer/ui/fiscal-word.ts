import type { DocumentSummaryView } from '#contract/documents.ts'
import type { ConnectionView } from '#contract/till.ts'
import type { DocumentType } from '#domain/document/document-type.ts'
import type { TextKey } from '../i18n/use-text.ts'
import { stateDetail } from './state-detail.ts'

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

type Titles = { readonly [Name in 'issuing' | 'saved' | 'contingency' | 'stamped' | 'safe']: TextKey }

const titlesOf = (docType: Exclude<DocumentType, '01'>, safe: TextKey): Titles => ({
  safe,
  issuing: `result.issuing_${docType}`,
  saved: `result.saved_${docType}`,
  contingency: `result.contingency_${docType}`,
  stamped: `result.stamped_${docType}`,
})

/** What is called by the document's own name. */
const TITLES: Readonly<Record<DocumentType, Titles>> = {
  '01': {
    issuing: 'result.issuing',
    saved: 'result.saved',
    contingency: 'result.contingency',
    stamped: 'result.stamped',
    safe: 'result.safe',
  },
  '03': titlesOf('03', 'result.safe'),
  '05': titlesOf('05', 'result.safe_05'),
  '11': titlesOf('11', 'result.safe'),
  '14': titlesOf('14', 'result.safe_14'),
}

/** What became of a sale's document so far, in the words of the result view. */
export const fiscalWordOf = (
  { docType, state, attempts }: Pick<DocumentSummaryView, 'docType' | 'state' | 'attempts'>,
  connection: ConnectionView['state'] | undefined,
): FiscalWord => {
  const titles = TITLES[docType]
  switch (state) {
    case 'pending':
      return attempts === 0 && connection === 'online'
        ? word(titles.issuing, 'waiting', 'result.issuing_detail', true)
        : word(titles.saved, 'waiting', 'result.saved_detail')
    case 'unknown':
      return connection === 'online'
        ? word('result.unknown', 'waiting', 'result.unknown_detail', true)
        : word(titles.saved, 'waiting', 'result.unknown_detail')
    case 'contingency':
      return word(titles.contingency, 'waiting', 'result.contingency_detail')
    case 'stamped':
      return word(titles.stamped, 'good', null)
    case 'rejected':
      return word('result.rejected', 'bad', titles.safe)
    case 'refused':
      return word('result.refused', 'bad', titles.safe)
    case 'alarm':
      return word('result.alarm', 'bad', 'result.alarm_detail')
    case 'cancelling':
      return word('state.cancelling', 'waiting', 'state.cancelling_detail')
    case 'cancelled':
      return word('state.cancelled', 'bad', 'state.cancelled_detail')
    case 'awaiting':
      return word('state.awaiting', 'waiting', 'state.awaiting_detail')
    case 'withdrawn':
      return word('state.withdrawn', 'bad', stateDetail({ docType, state }))
  }
}
