import { type ReactNode, useEffect, useRef } from 'react'
import { Field } from './field.tsx'
import type { NumberEntry } from './number-entry.ts'

type NumberFieldProps = {
  readonly label: string
  readonly entry: NumberEntry
  readonly before?: string
  readonly after?: string
  readonly error?: string | null
  readonly hint?: ReactNode
}

/** The one number a dialog asks for: large, focused, its preset selected. */
export const NumberField = ({ label, entry, before, after, error, hint }: NumberFieldProps) => {
  const input = useRef<HTMLInputElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each preset is a reason to begin again in the field.
  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [entry.presets])
  return (
    <Field label={label} error={error ?? null} hint={hint}>
      {(control) => (
        <div className="number-input">
          {before && <span aria-hidden="true">{before}</span>}
          <input
            {...control}
            ref={input}
            data-focus-first
            inputMode="decimal"
            autoComplete="off"
            value={entry.text}
            onFocus={(event) => event.target.select()}
            onChange={(event) => entry.type(event.target.value)}
          />
          {after && <span aria-hidden="true">{after}</span>}
        </div>
      )}
    </Field>
  )
}
