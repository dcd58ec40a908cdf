import type { KeyboardEvent } from 'react'
import type { DocumentSummaryView } from '#contract/documents.ts'
import { type Instant, localDate, localTime } from '#domain/clock/local-time.ts'
import { contingencyAge } from '#domain/document/deadlines.ts'
import { type Text, useText } from '../../i18n/use-text.ts'
import { adviceFor, shortKeyOf } from '../../ui/advice.ts'
import { ageText } from '../../ui/age.ts'
import { dollars } from '../../ui/dollars.ts'
import { Icon } from '../../ui/icons.tsx'
import { saleNumberText } from '../../ui/sale-number.ts'
import { StateMark } from '../../ui/state-mark.tsx'

/** "10:45", on another day "21/11 10:45", in another year "21/11/2025". */
const whenText = (at: Instant, now: Instant): string => {
  const [year, month, day] = localDate(at).split('-')
  if (localDate(at) === localDate(now)) return localTime(at)
  return localDate(now).startsWith(`${year}-`) ? `${day}/${month} ${localTime(at)}` : `${day}/${month}/${year}`
}

type Hours = { readonly warn: number; readonly alarm: number }

const ageOf = ({ state, issuedAt }: DocumentSummaryView, now: Instant, hours: Hours | undefined) =>
  state === 'contingency' && issuedAt !== null && hours ? contingencyAge(issuedAt, now, hours) : 'young'

/** What there is to say of a document besides its state. */
const noteOf = (document: DocumentSummaryView, now: Instant, hours: Hours | undefined, text: Text): string => {
  const { state, remarks, nextTryAt, amountsDiffer } = document
  if (amountsDiffer) return text('documents.amounts_short')
  const age = ageOf(document, now, hours)
  if (hours && age !== 'young')
    return text('documents.contingency_warned', { hours: age === 'alarmed' ? hours.alarm : hours.warn })
  if (state === 'stamped' && remarks && remarks.texts.length > 0) return text('documents.observed')
  const [first] = state === 'stamped' ? [] : adviceFor(document)
  if (first) return text(shortKeyOf(first))
  if (nextTryAt === null) return ''
  return nextTryAt - now < 2_000
    ? text('documents.next_try_now')
    : text('documents.next_try', { time: localTime(nextTryAt) })
}

type DocumentRowProps = {
  readonly document: DocumentSummaryView
  readonly now: Instant
  /** From when on a document in contingency is late. */
  readonly hours: Hours | undefined
  readonly isChosen: boolean
  /** Tab stops at one row of the list; the arrows go on from it. */
  readonly isTabStop: boolean
  readonly onChoose: () => void
  /** Enter: to what can be done with it. */
  readonly onOpen: () => void
}

export const DocumentRow = ({ document, now, hours, isChosen, isTabStop, onChoose, onOpen }: DocumentRowProps) => {
  const text = useText()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    onChoose()
    onOpen()
  }
  const number = saleNumberText(document.saleNumber)
  const isAlarming = document.amountsDiffer || ageOf(document, now, hours) === 'alarmed'
  return (
    <button
      type="button"
      className="document-row"
      aria-current={isChosen}
      tabIndex={isTabStop ? 0 : -1}
      onClick={onChoose}
      onKeyDown={onKeyDown}
    >
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
        <small className={isAlarming ? 'document-alarm' : undefined}>
          {isAlarming && <Icon name="alert" />}
          {noteOf(document, now, hours, text)}
        </small>
      </span>
      <span className="document-tries">{document.attempts}</span>
      <strong className="document-total">{dollars(document.total)}</strong>
    </button>
  )
}
