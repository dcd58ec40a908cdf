import { type BitmapFont, GLYPH_HEIGHT, GLYPH_WIDTH } from './bitmap-font.ts'
import type { PaperCanvas } from './paper-canvas.ts'

/** A character as it waits in the printer's line buffer. */
export type Cell = {
  readonly code: number
  readonly isBold: boolean
  readonly underline: number
  readonly scaleX: number
  readonly scaleY: number
}

export const cellWidth = ({ scaleX }: Cell): number => scaleX * GLYPH_WIDTH

export const lineWidth = (line: readonly Cell[]): number => line.reduce((width, cell) => width + cellWidth(cell), 0)

/** Dots from the top of the tallest character to the common bottom. */
export const lineHeight = (line: readonly Cell[]): number =>
  line.reduce((height, { scaleY }) => Math.max(height, scaleY * GLYPH_HEIGHT), 0)

/** Bold is struck twice, a dot apart, as printers do. */
const drawCell = (canvas: PaperCanvas, font: BitmapFont, cell: Cell, left: number, top: number): void => {
  const { code, isBold, underline, scaleX, scaleY } = cell
  const boldDots = isBold ? 1 : 0
  for (let y = 0; y < GLYPH_HEIGHT; y += 1)
    for (let x = 0; x < GLYPH_WIDTH; x += 1)
      if (font.hasInk(code, x, y)) canvas.fill(left + x * scaleX, top + y * scaleY, scaleX + boldDots, scaleY)
  if (underline > 0) canvas.fill(left, top + GLYPH_HEIGHT * scaleY - underline, cellWidth(cell), underline)
}

export const drawLine = (
  canvas: PaperCanvas,
  font: BitmapFont,
  line: readonly Cell[],
  left: number,
  top: number,
): void => {
  const bottom = top + lineHeight(line)
  let x = left
  for (const cell of line) {
    drawCell(canvas, font, cell, x, bottom - cell.scaleY * GLYPH_HEIGHT)
    x += cellWidth(cell)
  }
}
