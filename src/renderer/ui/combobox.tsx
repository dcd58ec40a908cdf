import { type KeyboardEvent, useId, useState } from 'react'
import { useText } from '../i18n/use-text.ts'
import type { FieldControl } from './field.tsx'
import './combobox.css'

export type Choice = { readonly key: string; readonly label: string; readonly code: string }

type ComboboxProps = FieldControl & {
  readonly name: string
  readonly label: string
  readonly 'data-focus-first'?: true
  /** What is chosen, in words; empty while nothing is. */
  readonly chosen: string
  /** What is being searched for; null while nothing is. */
  readonly typed: string | null
  /** What was found for it; null while that is not known, or not asked. */
  readonly choices: readonly Choice[] | null
  readonly onType: (typed: string | null) => void
  /** Null takes the choice away. */
  readonly onChoose: (choice: Choice | null) => void
}

/** Search as you type: arrows and Enter choose, Escape and leaving go back to what was chosen before, an emptied field chooses nothing. */
export const Combobox = ({ label, chosen, typed, choices, onType, onChoose, ...control }: ComboboxProps) => {
  const text = useText()
  const listId = useId()
  const [moved, setMoved] = useState({ typed: '', index: 0 })
  const isOpen = typed !== null && choices !== null
  const index = moved.typed === typed ? moved.index : 0
  const current = isOpen ? choices[index] : undefined

  const choose = (choice: Choice | null) => {
    onType(null)
    onChoose(choice)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // Enter on what is still being looked for must not send the form without it.
    if (typed === null) return
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by !== 0 && choices) setMoved({ typed, index: Math.max(0, Math.min(index + by, choices.length - 1)) })
    if (event.key === 'Escape') onType(null)
    if (event.key === 'Enter' && current) choose(current)
    if (by !== 0 || event.key === 'Escape' || event.key === 'Enter') event.preventDefault()
  }

  return (
    <div className="combobox">
      <input
        {...control}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(current && { 'aria-activedescendant': `${listId}-${index}` })}
        autoComplete="off"
        spellCheck={false}
        value={typed ?? chosen}
        onFocus={(event) => event.target.select()}
        onChange={({ target: { value } }) => (value === '' ? choose(null) : onType(value))}
        onKeyDown={onKeyDown}
        onBlur={() => onType(null)}
      />
      {isOpen && (
        <div className="combobox-list" id={listId} role="listbox" aria-label={label} tabIndex={-1}>
          {choices.map((choice, at) => (
            <button
              key={choice.key}
              id={`${listId}-${at}`}
              type="button"
              role="option"
              tabIndex={-1}
              aria-selected={at === index}
              ref={(option) => (at === index ? option?.scrollIntoView({ block: 'nearest' }) : undefined)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(choice)}
            >
              <span>{choice.label}</span>
              <small>{choice.code}</small>
            </button>
          ))}
          {choices.length === 0 && <p>{text('sale.nothing_found', { text: typed })}</p>}
        </div>
      )}
    </div>
  )
}
