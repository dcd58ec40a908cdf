import { useState } from 'react'

export type KeypadKey = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'backspace'

const LONGEST = 14

/** What the text is after a key of the on-screen keypad. `fresh`: the text stands selected, so the first key replaces it. */
export const afterKey = (text: string, key: KeypadKey, fresh: boolean): string => {
  if (key === 'backspace') return fresh ? '' : text.slice(0, -1)
  const base = fresh ? '' : text
  if (key === '.') return base.includes('.') ? base : `${base === '' ? '0' : base}.`
  return base.length >= LONGEST ? base : `${base === '0' ? '' : base}${key}`
}

export type NumberEntry = {
  readonly text: string
  readonly type: (text: string) => void
  readonly press: (key: KeypadKey) => void
  /** Puts a value there that the next key replaces. */
  readonly preset: (text: string) => void
  /** How often that was done: each time the field takes the focus and selects itself. */
  readonly presets: number
}

/** A number as it is typed or tapped. A decimal comma becomes the point that money is written with here. */
export const useNumberEntry = (initial: string): NumberEntry => {
  const [entry, setEntry] = useState({ text: initial, fresh: true, presets: 0 })
  return {
    text: entry.text,
    presets: entry.presets,
    type: (text) => setEntry((now) => ({ ...now, text: text.replaceAll(',', '.').trim(), fresh: false })),
    press: (key) => setEntry((now) => ({ ...now, text: afterKey(now.text, key, now.fresh), fresh: false })),
    preset: (text) => setEntry(({ presets }) => ({ text, fresh: true, presets: presets + 1 })),
  }
}
