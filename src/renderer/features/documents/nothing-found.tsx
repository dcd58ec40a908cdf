import type { DocumentFilters } from '#contract/documents.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'

type NothingFoundProps = {
  readonly filters: DocumentFilters
  /** Nothing yet, and there is more to look through. */
  readonly isSearching: boolean
  readonly onClear: () => void
}

/** An empty list says why it is empty, and how it would not be. */
export const NothingFound = ({ filters, isSearching, onClear }: NothingFoundProps) => {
  const text = useText()
  const { filter, text: sought, ...others } = filters
  if (isSearching) return <Empty icon="search" title={text('documents.searching')} />
  if (sought === undefined && Object.keys(others).length === 0)
    return (
      <Empty icon={filter === 'attention' ? 'check' : 'document'} title={text(`documents.empty_${filter}`)}>
        {text(`documents.empty_${filter}_detail`)}
      </Empty>
    )
  const title = sought === undefined ? text('documents.empty_filtered') : text('documents.empty_text', { text: sought })
  return (
    <Empty icon={sought === undefined ? 'filter' : 'search'} title={title}>
      <Button onClick={onClear}>{text('documents.filter_clear')}</Button>
    </Empty>
  )
}
