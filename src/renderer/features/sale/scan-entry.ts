import { parseDecimal, type Thousandths } from '#domain/money/decimal.ts'

/** What was typed or scanned into the search field. `quantity` is null where no `3*` stood before it. */
export type ScanEntry = { readonly quantity: Thousandths | null; readonly text: string }

const TIMES = /^\s*(-?[\d.,]+)\s*\*\s*(.*)$/

/** "3*7411000123456" → 3 of it; "0.455*1001" → 0.455 kg. A prefix that is no number is part of the text. */
export const parseScanEntry = (typed: string): ScanEntry => {
  const match = TIMES.exec(typed)
  const quantity = match?.[1] === undefined ? null : parseDecimal(match[1].replace(',', '.'), 3)
  return quantity === null ? { quantity: null, text: typed.trim() } : { quantity, text: (match?.[2] ?? '').trim() }
}

/** Digits alone are a code: the first product whose code merely begins so is never taken for it. */
export const isCodeOnly = (text: string): boolean => /^[\d-]+$/.test(text)
