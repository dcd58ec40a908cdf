import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import type { ProductView } from '#contract/values.ts'
import { useText } from '../../i18n/use-text.ts'
import { unitPriceText } from '../../ui/dollars.ts'
import { useEngine } from '../../ui/engine.ts'
import { Icon } from '../../ui/icons.tsx'
import { useSettled } from '../../ui/use-settled.ts'
import { isCodeOnly, parseScanEntry } from './scan-entry.ts'

const LEAST_LETTERS = 2

type SearchBoxProps = {
  readonly input: RefObject<HTMLInputElement | null>
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly onEnter: (typed: string, chosen: ProductView | null) => void
  readonly onPick: (product: ProductView, typed: string) => void
  readonly onStep: (by: 1 | -1) => void
  readonly onRemove: () => void
}

export const SearchBox = ({ input, typed, onType, onEnter, onPick, onStep, onRemove }: SearchBoxProps) => {
  const text = useText()
  const { queries } = useEngine()
  const listId = useId()
  const sought = parseScanEntry(typed).text
  const settled = useSettled(sought)
  const worthSearching = settled.length >= LEAST_LETTERS
  const search = useQuery(queries.catalog.search.queryOptions({ input: { text: settled }, enabled: worthSearching }))
  const hits = sought === settled && worthSearching ? (search.data ?? null) : null
  const [moved, setMoved] = useState<{ text: string; index: number } | null>(null)
  const first = isCodeOnly(sought) ? -1 : 0
  const index = moved?.text === sought ? moved.index : first
  const chosen = hits?.[index] ?? null
  const [entered, setEntered] = useState('')
  const isFound = hits !== null && hits.length > 0
  /** What was entered in vain has its own message, which nothing may cover. */
  const isVain = hits?.length === 0 && entered !== sought && !isCodeOnly(sought)
  const isOpen = sought.length >= LEAST_LETTERS && hits !== null && (isFound || isVain)

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0) {
      event.preventDefault()
      if (hits === null || hits.length === 0) return onStep(by)
      setMoved({ text: sought, index: Math.max(0, Math.min(index + by, hits.length - 1)) })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      setEntered(sought)
      if (typed.trim() !== '') onEnter(typed, chosen)
    }
    if (event.key === 'Escape' && typed !== '') {
      event.preventDefault()
      onType('')
    }
    if (event.key === 'Delete' && typed === '') {
      event.preventDefault()
      onRemove()
    }
  }

  return (
    <search className="search-box">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={text('sale.search')}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-keyshortcuts="F2"
        {...(chosen && { 'aria-activedescendant': `${listId}-${index}` })}
        placeholder={text('sale.search')}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="done"
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className="shortcut" aria-hidden="true">
        F2
      </span>
      {isOpen && (
        <div className="search-hits" id={listId} role="listbox" aria-label={text('sale.results')} tabIndex={-1}>
          {hits.map((product, at) => (
            <button
              key={product.code}
              id={`${listId}-${at}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={at === index}
              className="search-hit"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPick(product, typed)}
            >
              <span className="search-hit-name">{product.name}</span>
              <span className="search-hit-code">{product.code}</span>
              <span className="search-hit-price">
                {product.unit === 'kg'
                  ? text('sale.per_kg', { price: unitPriceText(product.unitPrice) })
                  : unitPriceText(product.unitPrice)}
              </span>
            </button>
          ))}
          {hits.length === 0 && <p className="search-none">{text('sale.nothing_found', { text: sought })}</p>}
        </div>
      )}
    </search>
  )
}
