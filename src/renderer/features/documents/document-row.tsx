import type { DocumentSummaryView } from '#contract/documents.ts'
import { type Instant, localDate, localTime } from '#domain/clock/local-time.ts'
import { type Text, useText } from '../../i18n/use-text.ts'
import { adviceOf } from '../../ui/advice.ts'
import { ageText } from '../../ui/age.ts'
import { dollars } from '../../ui/dollars.ts'
import { saleNumberText } from '../../ui/sale-number.ts'
import { StateMark } from '../../ui/state-mark.tsx'

const DAY_AND_MONTH = /^\d+-(\d+)-(\d+)$/

/** "10:45", and on another day "21/11 10:45". */
const whenText = (at: Instant, now: Instant): string =>
  localDate(at) === localDate(now) ? localTime(at) : `${localDate(at).replace(DAY_AND_MONTH, '$2/$1')} ${localTime(at)}`

/** What there is to say of a document besides its state. */
const noteOf = (
  { state, remarks, nextTryAt, amountsDiffer }: DocumentSummaryView,
  now: Instant,
  text: Text,
): string => {
  if (amountsDiffer) return text('documents.amounts_differ')
  const [first] = remarks && state !== 'stamped' ? adviceOf(remarks) : []
  if (first) return text(first.key)
  if (nextTryAt === null) return ''
  return nextTryAt - now < 2_000
    ? text('documents.next_try_now')
    : text('documents.next_try', { time: localTime(nextTryAt) })
}

type DocumentRowProps = {
  readonly document: DocumentSummaryView
  readonly now: Instant
  readonly isChosen: boolean
  readonly onChoose: () => void
}

export const DocumentRow = ({ document, now, isChosen, onChoose }: DocumentRowProps) => {
  const text = useText()
  const number = saleNumberText(document.saleNumber)
  return (
    <button type="button" className="document-row" aria-current={isChosen} onClick={onChoose}>
      <span className="document-two">
        <strong>
          <span className="out-of-sight">{text('documents.column_sale')} </span>
          {number}
        </strong>
        <small>{document.customerName ?? text('common.final_consumer')}</small>
      </span>
      <span className="document-two">
        <span>{whenText(document.createdAt, now)}</span>
        <small>{ageText(document.createdAt, now, text)}</small>
      </span>
      <span className="document-two">
        <StateMark state={document.state} />
        <small>{noteOf(document, now, text)}</small>
      </span>
      <span className="document-tries">{document.attempts}</span>
      <strong className="document-total">{dollars(document.total)}</strong>
    </button>
  )
}
