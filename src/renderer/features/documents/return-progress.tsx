import { useQuery } from '@tanstack/react-query'
import { CAN_CORRECT, type DocumentState, isIssued } from '#domain/document/document-state.ts'
import { useText } from '../../i18n/use-text.ts'
import { useEngine } from '../../ui/engine.ts'
import { numberInRef } from '../../ui/sale-number.ts'
import { StateMark } from '../../ui/state-mark.tsx'

type ReturnWord = 'halves_under_way' | 'halves_done' | 'halves_person' | 'halves_off'

/** Where a partial return stands, by its two halves. */
const wordOf = (original: DocumentState | undefined, rest: DocumentState | undefined): ReturnWord => {
  if (rest === 'withdrawn') return 'halves_off'
  if (rest !== undefined && (CAN_CORRECT.includes(rest) || rest === 'alarm')) return 'halves_person'
  const isDone = original === 'cancelled' && rest !== undefined && (isIssued(rest) || rest === 'cancelled')
  return isDone ? 'halves_done' : 'halves_under_way'
}

type ReturnProgressProps = {
  /** The invoice that is cancelled, and the one over what is left. */
  readonly original: string
  readonly rest: string
  readonly onSee?: (externalRef: string) => void
}

/** A partial return as one thing: both halves as they stand, until both are done. */
export const ReturnProgress = ({ original, rest, onSee }: ReturnProgressProps) => {
  const text = useText()
  const { queries } = useEngine()
  const options = (externalRef: string) => queries.documents.get.queryOptions({ input: { externalRef } })
  const first = useQuery(options(original)).data
  const second = useQuery(options(rest)).data
  const stateOf = (answer: typeof first) => (answer?.ok ? answer.value.state : undefined)
  const halves = [
    [original, text('after.half_1'), stateOf(first)],
    [rest, text('after.half_2'), stateOf(second)],
  ] as const
  return (
    <section className="halves" aria-label={text('after.halves')}>
      <h3>{text('after.halves')}</h3>
      <p aria-live="polite">{text(`after.${wordOf(stateOf(first), stateOf(second))}`)}</p>
      <ul>
        {halves.map(([externalRef, name, state]) => (
          <li key={externalRef}>
            <button
              type="button"
              className="related"
              disabled={onSee === undefined}
              onClick={() => onSee?.(externalRef)}
            >
              <span>{name}</span>
              <strong>{numberInRef(externalRef)}</strong>
              {state && <StateMark state={state} />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
