import { printableText } from './printable-text.ts'

const breakWord = (word: string, width: number): string[] => {
  const parts = []
  for (let at = 0; at < word.length; at += width) parts.push(word.slice(at, at + width))
  return parts
}

/** Words in rows of at most `width` ≥ 1 cells; a word longer than a row is broken. No row for blank text. */
export const wrapText = (text: string, width: number): readonly string[] => {
  const words = printableText(text).split(' ').filter(Boolean)
  const rows: string[] = []
  for (const word of words.flatMap((whole) => breakWord(whole, width))) {
    const row = rows.at(-1)
    if (row !== undefined && row.length + 1 + word.length <= width) rows[rows.length - 1] = `${row} ${word}`
    else rows.push(word)
  }
  return rows
}

/** As `wrapText`, in as many rows but as even as they can be: for centred text, which looks torn with one word on its last row. */
export const wrapEvenly = (text: string, width: number): readonly string[] => {
  const rows = wrapText(text, width)
  const words = rows.flatMap((row) => row.split(' '))
  let even = rows
  for (let narrower = width - 1; narrower > 0 && words.every(({ length }) => length <= narrower); narrower -= 1) {
    const tried = wrapText(text, narrower)
    if (tried.length > rows.length) break
    even = tried
  }
  return even
}

/** A code in rows of at most `width` cells, broken after a hyphen where it has one, into even parts where it has none. */
export const wrapCode = (code: string, width: number): readonly string[] => {
  const text = printableText(code).trim()
  if (text.length <= width) return text === '' ? [] : [text]
  const hyphen = text.lastIndexOf('-', width - 1)
  if (hyphen > 0) return [text.slice(0, hyphen + 1), ...wrapCode(text.slice(hyphen + 1), width)]
  const parts = ((text.length + width - 1) / width) | 0
  return breakWord(text, ((text.length + parts - 1) / parts) | 0)
}

/**
 * `left` from the left edge and `right` against the right one: in one row where both fit with a space between, else `left` in rows of
 * its own above.
 */
export const spread = (left: string, right: string, width: number): readonly string[] => {
  const start = printableText(left)
  const end = printableText(right)
  if (start.length + 1 + end.length <= width) return [start + end.padStart(width - start.length)]
  return [...wrapText(start, width), ...wrapText(end, width).map((row) => row.padStart(width))]
}

/** Short facts in one row with middle dots between where they fit, else one above the other. */
export const joinOrStack = (parts: readonly string[], width: number): readonly string[] => {
  const line = parts.join(' · ')
  return line.length <= width ? [line] : parts
}
