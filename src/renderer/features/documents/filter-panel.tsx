import { localDate } from '#domain/clock/local-time.ts'
import { DOCUMENT_STATES } from '#domain/document/document-state.ts'
import { DOCUMENT_TYPES } from '#domain/document/document-type.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { dayAfter, firstOfMonth } from '../../ui/days.ts'
import { Field } from '../../ui/field.tsx'
import { useNow } from '../../ui/use-now.ts'
import { type ListFilters, wrongTotals } from './list-filters.ts'

type FilterPanelProps = {
  readonly filters: ListFilters
  readonly onChange: (patch: Partial<ListFilters>) => void
  readonly onClear: () => void
}

/** State, days and amounts: each narrows what the others leave. A state is looked for in all groups: in most of them it is not. */
export const FilterPanel = ({ filters, onChange, onClear }: FilterPanelProps) => {
  const text = useText()
  const today = localDate(useNow(60_000))
  const wrong = wrongTotals(filters)
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
            onChange={({ target }) =>
              onChange({ state: DOCUMENT_STATES.find((each) => each === target.value) ?? '', filter: 'all' })
            }
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
      <Field label={text('documents.filter_type')}>
        {(control) => (
          <select
            {...control}
            value={filters.docType}
            onChange={({ target }) => onChange({ docType: DOCUMENT_TYPES.find((each) => each === target.value) ?? '' })}
          >
            <option value="">{text('documents.filter_any_type')}</option>
            {DOCUMENT_TYPES.map((docType) => (
              <option key={docType} value={docType}>
                {text(`doc_type.${docType}`)}
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
      <fieldset className="filter-totals" aria-label={text('documents.filter_totals')}>
        {(['totalFrom', 'totalTo'] as const).map((end) => {
          const what = wrong[end]
          return (
            <Field
              key={end}
              label={text(`documents.filter_${end === 'totalFrom' ? 'total_from' : 'total_to'}`)}
              error={what && text(`documents.filter_total_${what}`)}
            >
              {(control) => (
                <input
                  {...control}
                  inputMode="decimal"
                  autoComplete="off"
                  placeholder="0.00"
                  value={filters[end]}
                  onChange={({ target }) => onChange({ [end]: target.value })}
                />
              )}
            </Field>
          )
        })}
      </fieldset>
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
        <Button look="quiet" icon="close" onClick={onClear}>
          {text('documents.filter_clear')}
        </Button>
      </div>
    </fieldset>
  )
}
