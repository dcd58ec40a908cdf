import type { KeyboardEvent } from 'react'
import type { DocumentSummaryView } from '#contract/documents.ts'
import { type Instant, localDate, localTime } from '#domain/clock/local-time.ts'
import { contingencyAge } from '#domain/document/deadlines.ts'
import { type Text, useText } from '../../i18n/use-text.ts'
import { adviceFor, shortKeyOf } from '../../ui/advice.ts'
import { shortAgeText } from '../../ui/age.ts'
import { dollars } from '../../ui/dollars.ts'
import { Icon } from '../../ui/icons.tsx'
import { numberInRef, saleNumberText } from '../../ui/sale-number.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { returnHalf } from './return-half.ts'

/** "10:45", on another day "21/11 10:45", in another year "21/11/2025". */
const whenText = (at: Instant, now: Instant): string => {
  const [year, month, day] = localDate(at).split('-')
  if (localDate(at) === localDate(now)) return localTime(at)
  return localDate(now).startsWith(`${year}-`) ? `${day}/${month} ${localTime(at)}` : `${day}/${month}/${year}`
}

type Hours = { readonly warn: number; readonly alarm: number }

const ageOf = ({ state, issuedAt }: DocumentSummaryView, now: Instant, hours: Hours | undefined) =>
  state === 'contingency' && issuedAt !== null && hours ? contingencyAge(issuedAt, now, hours) : 'young'

type Shown = {
  readonly document: DocumentSummaryView
  /** What replaces it, as far as the list has come to it. */
  readonly rest: DocumentSummaryView | undefined
  readonly now: Instant
  /** From when on a document in contingency is late. */
  readonly hours: Hours | undefined
}

/** What there is to say of a document besides its state. */
const noteOf = ({ document, rest, now, hours }: Shown, text: Text): string => {
  const { state, remarks, nextTryAt, amountsDiffer, origin, externalRef } = document
  if (amountsDiffer) return text('documents.amounts_short')
  const half = returnHalf(document, rest)
  if (half) return text(`after.${half}`, { number: numberInRef(origin?.externalRef ?? externalRef) })
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

type DocumentRowProps = Shown & {
  readonly isChosen: boolean
  /** Tab stops at one row of the list; the arrows go on from it. */
  readonly isTabStop: boolean
  readonly onChoose: () => void
  /** Enter: to what can be done with it. */
  readonly onOpen: () => void
}

export const DocumentRow = ({ isChosen, isTabStop, onChoose, onOpen, ...shown }: DocumentRowProps) => {
  const { document, now, hours } = shown
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
        <small>{text(`doc_type.${document.docType}`)}</small>
      </span>
      <span className="document-two">
        <span>
          {whenText(document.createdAt, now)} <small>· {shortAgeText(document.createdAt, now, text)}</small>
        </span>
        <small>{document.customerName ?? text('common.final_consumer')}</small>
      </span>
      <span className="document-two">
        <StateMark state={document.state} />
        <small
          className={isAlarming ? 'document-alarm' : returnHalf(document, shown.rest) ? 'document-half' : undefined}
        >
          {isAlarming && <Icon name="alert" />}
          {noteOf(shown, text)}
        </small>
      </span>
      <span className="document-tries">{document.attempts}</span>
      <strong className="document-total">{dollars(document.total)}</strong>
    </button>
  )
}
