import { localDate } from '#domain/clock/local-time.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { dayAfter, firstOfMonth } from '../../ui/days.ts'
import { Field } from '../../ui/field.tsx'
import { useNow } from '../../ui/use-now.ts'
import { type ListFilters, NO_FILTERS, totalOf } from './list-filters.ts'

type FilterPanelProps = { readonly filters: ListFilters; readonly onChange: (patch: Partial<ListFilters>) => void }

const NOTHING_MORE = { state: NO_FILTERS.state, from: NO_FILTERS.from, to: NO_FILTERS.to, total: NO_FILTERS.total }

/** State, days and amount: each narrows what the others leave. */
export const FilterPanel = ({ filters, onChange }: FilterPanelProps) => {
  const text = useText()
  const today = localDate(useNow(60_000))
  const isWrong = filters.total.trim() !== '' && totalOf(filters.total) === null
  const days = [
    ['documents.filter_today', today, today],
    ['documents.filter_yesterday', dayAfter(today, -1), dayAfter(today, -1)],
    ['documents.filter_month', firstOfMonth(today), today],
  ] as const
  return (
    <fieldset className="filter-panel" aria-label={text('documents.more_filters')}>
      <Field label={text('documents.filter_state')}>
        {(control) => (
          <select
            {...control}
            value={filters.state}
            onChange={({ target }) => onChange({ state: DOCUMENT_STATES.find((each) => each === target.value) ?? '' })}
          >
            <option value="">{text('documents.filter_any_state')}</option>
            {DOCUMENT_STATES.map((state) => (
              <option key={state} value={state}>
                {text(`state.${state}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={text(`documents.filter_${end}`)}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={filters[end]}
              onChange={({ target }) => onChange({ [end]: target.value })}
            />
          )}
        </Field>
      ))}
      <Field label={text('documents.filter_total')} error={isWrong ? text('documents.filter_wrong_total') : null}>
        {(control) => (
          <input
            {...control}
            inputMode="decimal"
            autoComplete="off"
            placeholder="0.00"
            value={filters.total}
            onChange={({ target }) => onChange({ total: target.value })}
          />
        )}
      </Field>
      <div className="filter-days">
        {days.map(([key, from, to]) => (
          <Button
            key={key}
            aria-pressed={filters.from === from && filters.to === to}
            onClick={() => onChange({ from, to })}
          >
            {text(key)}
          </Button>
        ))}
        <Button look="quiet" icon="close" onClick={() => onChange(NOTHING_MORE)}>
          {text('documents.filter_clear')}
        </Button>
      </div>
    </fieldset>
  )
}
