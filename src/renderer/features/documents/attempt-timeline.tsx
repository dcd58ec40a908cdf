import type { AttemptView } from '#contract/documents.ts'
import { localDate } from '#domain/clock/local-time.ts'
import { isKey, useText } from '../../i18n/use-text.ts'
import { Said } from '../../ui/said.tsx'

const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/El_Salvador', timeStyle: 'medium' })

const GOOD: readonly string[] = ['stamped', 'contingency', 'file', 'cancelled']
const BAD: readonly string[] = ['rejected', 'refused', 'mismatched', 'locked_out', 'cancel_refused']
const lookOf = (outcome: string): string =>
  GOOD.includes(outcome) ? 'good' : BAD.includes(outcome) ? 'bad' : 'waiting'

/** An answer as it came, laid out where it is JSON. */
const readable = (answer: string): string => {
  try {
    return JSON.stringify(JSON.parse(answer), null, 2)
  } catch {
    return answer
  }
}

/** Outcomes whose advice is to correct the customer. */
const TO_CORRECT: readonly string[] = ['rejected', 'refused']

type AttemptTimelineProps = {
  readonly history: readonly AttemptView[]
  /** Whether the customer's data are what to correct. */
  readonly isCorrectable: boolean
}

/** Every try at the API, the newest first, with the answer word for word. */
export const AttemptTimeline = ({ history, isCorrectable }: AttemptTimelineProps) => {
  const text = useText()
  const newestFirst = history.toSorted((one, other) => other.startedAt - one.startedAt)
  return (
    <section className="detail-part">
      <h3>
        {text('documents.history')} <span className="count-plain">{history.length}</span>
      </h3>
      {history.length === 0 && <p className="field-hint">{text('documents.history_empty')}</p>}
      <ol className="timeline" aria-label={text('documents.history')}>
        {newestFirst.map((attempt, index) => {
          const outcome = `outcome.${attempt.outcome}`
          const advice = `outcome_advice.${attempt.outcome}`
          return (
            <li
              key={`${attempt.call} ${attempt.startedAt} ${attempt.endedAt}`}
              className={`timeline-${lookOf(attempt.outcome)}`}
            >
              <p>
                <strong>{isKey(outcome) ? text(outcome) : attempt.outcome}</strong>
              </p>
              <small>
                {text(`documents.call_${attempt.call}`)} · {localDate(attempt.startedAt)}{' '}
                {CLOCK.format(attempt.startedAt)} ·{' '}
                {text('documents.took', { ms: attempt.endedAt - attempt.startedAt })}
                {attempt.httpStatus !== null && ` · HTTP ${attempt.httpStatus}`}
              </small>
              <Said original={attempt.detail} />
              {index === 0 && isKey(advice) && (isCorrectable || !TO_CORRECT.includes(attempt.outcome)) && (
                <p className="timeline-advice">{text(advice)}</p>
              )}
              {attempt.answer !== null && (
                <details>
                  <summary>{text('documents.answer')}</summary>
                  <pre>{readable(attempt.answer)}</pre>
                </details>
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
