import type { PaperBlock, PaperColumns } from './paper-block.ts'
import { spread, wrapCode, wrapEvenly, wrapText } from './text-rows.ts'

type Size = 'normal' | 'tall' | 'double'

export const RULE: PaperBlock = { kind: 'rule' }

export const feed = (lines: number): PaperBlock => ({ kind: 'feed', lines })

export const rows = (texts: readonly string[], bold = false): readonly PaperBlock[] =>
  texts.length === 0 ? [] : [{ kind: 'rows', rows: texts, bold }]

const cells = (size: Size, columns: PaperColumns): number => (size === 'double' ? columns / 2 : columns)

/** Wrapped and centred, one block a printed row. */
export const centered = (text: string, columns: PaperColumns, size: Size = 'normal', bold = false): PaperBlock[] =>
  wrapEvenly(text, cells(size, columns)).map((row) => ({ kind: 'text', text: row, align: 'center', size, bold }))

/** Bold, as large as fits in one row: double, else tall (and wrapped where even that is too long). */
export const headline = (text: string, columns: PaperColumns): readonly PaperBlock[] =>
  centered(text, columns, wrapText(text, columns / 2).length > 1 ? 'tall' : 'double', true)

/** A bold label with a code beneath it, each in its own rows. */
export const labelled = (label: string, code: string, columns: PaperColumns): readonly PaperBlock[] => [
  ...rows(wrapText(label, columns), true),
  ...rows(wrapCode(code, columns)),
]

/** The sum that everybody looks for: double where label and amount fit in one row, else tall. */
export const grandTotal = (label: string, amount: string, columns: PaperColumns): readonly PaperBlock[] => {
  const large = spread(label, amount, columns / 2)
  const size = large.length === 1 ? 'double' : 'tall'
  return (large.length === 1 ? large : spread(label, amount, columns)).map((text) => ({
    kind: 'text',
    text,
    align: 'left',
    size,
    bold: true,
  }))
}
