import { printable } from './printable.ts'

export type Face = 'Helvetica' | 'Helvetica-Bold' | 'Courier' | 'Courier-Bold'
export type Style = { readonly size: number; readonly face?: Face; readonly align?: 'left' | 'center' | 'right' }
type Column = { readonly x: number; readonly width: number }

/** Writes down a page from the top; every text is measured, so that what follows starts below it. */
export type Pen = {
  readonly document: PDFKit.PDFDocument
  readonly left: number
  readonly width: number
  y(): number
  skip(points: number): void
  /** Makes sure that so many points fit; otherwise goes on on the next page. */
  room(points: number): void
  heightOf(text: string, style: Style, column?: Column): number
  /** A wrapped text across the column; the pen goes below it. */
  text(text: string, style: Style, column?: Column): void
  /** Texts side by side from the same height; the pen goes below the tallest. */
  row(cells: readonly { readonly text: string; readonly style: Style; readonly column: Column }[]): void
  /** One line, made smaller where it would not fit. */
  fitted(text: string, style: Style, column?: Column): void
  rule(kind?: 'thin' | 'dashed' | 'thick'): void
}

type Paper = {
  readonly left: number
  readonly width: number
  readonly top: number
  /** The lowest point that may be written on. */
  readonly bottom: number
  nextPage(): void
}

const RULES = { thin: 0.6, dashed: 0.8, thick: 1.6 }

export const createPen = (document: PDFKit.PDFDocument, paper: Paper): Pen => {
  const { left, width } = paper
  const whole: Column = { x: left, width }
  let y = paper.top

  const use = ({ face = 'Helvetica', size }: Style): PDFKit.PDFDocument => document.font(face).fontSize(size)
  const options = ({ align = 'left' }: Style, column: Column) => ({ width: column.width, align, lineGap: 0.6 })
  const heightOf = (text: string, style: Style, column = whole): number =>
    use(style).heightOfString(printable(text), options(style, column))
  const put = (text: string, style: Style, column: Column): number => {
    const height = heightOf(text, style, column)
    document.fillColor('black').text(printable(text), column.x, y, options(style, column))
    return height
  }
  const room = (points: number): void => {
    if (y + points <= paper.bottom || y === paper.top) return
    paper.nextPage()
    y = paper.top
  }
  const write = (text: string, style: Style, column = whole): void => {
    room(heightOf(text, style, column))
    y += put(text, style, column)
  }

  return {
    document,
    left,
    width,
    y: () => y,
    skip: (points) => {
      y += points
    },
    room,
    heightOf,
    text: write,
    row: (cells) => {
      const tallest = Math.max(...cells.map(({ text, style, column }) => heightOf(text, style, column)))
      room(tallest)
      for (const { text, style, column } of cells) put(text, style, column)
      y += tallest
    },
    fitted: (text, style, column = whole) => {
      const natural = use(style).widthOfString(printable(text))
      // A hair under the column, or rounding would wrap the last letter.
      const size = style.size * Math.min(1, (column.width - 0.5) / natural)
      write(text, { ...style, size }, column)
    },
    rule: (kind = 'thin') => {
      document.lineWidth(RULES[kind])
      if (kind === 'dashed') document.dash(2.2, { space: 1.8 })
      document
        .moveTo(left, y)
        .lineTo(left + width, y)
        .stroke('black')
      document.undash()
    },
  }
}
