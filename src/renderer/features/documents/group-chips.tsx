import { type DocumentFilter, documentFilter } from '#contract/documents.ts'
import type { TillView } from '#contract/till.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useTill } from '../../ui/engine.ts'

/** How many are in a group that should be empty, as the till's bar says it; the others are not counted. */
const countOf = (group: DocumentFilter, till: TillView | undefined): number => {
  if (till === undefined) return 0
  if (group === 'waiting') return till.pending.count
  if (group === 'contingency') return till.inContingency
  return group === 'attention' ? till.attention : 0
}

type GroupChipsProps = { readonly group: DocumentFilter; readonly onChoose: (group: DocumentFilter) => void }

/** The groups; those that are seldom there are shown while they are. */
export const GroupChips = ({ group, onChoose }: GroupChipsProps) => {
  const text = useText()
  const till = useTill()
  const isShown = (each: DocumentFilter): boolean =>
    each === group || (each === 'contingency' ? countOf(each, till) > 0 : each !== 'unissued')
  return (
    <fieldset className="chips" aria-label={text('documents.filters')}>
      {documentFilter.options.filter(isShown).map((each) => {
        const count = countOf(each, till)
        return (
          <Button key={each} aria-pressed={each === group} onClick={() => onChoose(each)}>
            {text(`documents.${each}`)} {count > 0 && <span className="count">{count}</span>}
          </Button>
        )
      })}
    </fieldset>
  )
}
