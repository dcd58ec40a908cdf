import Printer from 'escpos/printer.js'
import type { PaperDots } from '#application/ports/printing.ts'
import type { PaperBlock } from '#domain/ticket/paper-block.ts'
import { printableText } from '#domain/ticket/printable-text.ts'
import type { Bitmap } from './bitmap.ts'
import { bold, PREAMBLE, qrCommands, rasterCommands } from './escpos-commands.ts'

type Block<Kind extends PaperBlock['kind']> = Extract<PaperBlock, { kind: Kind }>

const ALIGN = { left: 'lt', center: 'ct', right: 'rt' } as const
const SIZE = { normal: [1, 1], tall: [1, 2], double: [2, 2] } as const
const DOTS_PER_CELL = 12
/** Dots from one large row to the next: the characters are 48 high, and would touch. */
const LARGE_LINE_SPACING = 60
/** From the head to the cutter of common printers are 12–15 mm; a line is 3.75 mm. */
const LINES_TO_CUTTER = 5

/** What escpos writes to: it keeps the bytes, the transports are ours. */
const bufferingAdapter = () => {
  const parts: Buffer[] = []
  return {
    open: (done?: () => void) => done?.(),
    write: (data: Buffer, done?: () => void) => {
      parts.push(data)
      done?.()
    },
    close: (done?: () => void) => done?.(),
    bytes: () => Buffer.concat(parts),
  }
}

const writeText = (printer: Printer, { text, align, size, bold: isBold }: Block<'text'>): Printer => {
  const [width, height] = SIZE[size]
  printer.align(ALIGN[align]).size(width, height).print(bold(isBold))
  if (height === 1) return printer.text(printableText(text))
  return printer.lineSpace(LARGE_LINE_SPACING).text(printableText(text)).lineSpace()
}

const writeRows = (printer: Printer, { rows, bold: isBold }: Omit<Block<'rows'>, 'kind'>): Printer => {
  printer.align('lt').size(1, 1).print(bold(isBold))
  for (const row of rows) printer.text(printableText(row))
  return printer
}

const writeBlock = (printer: Printer, block: PaperBlock, dots: PaperDots): Printer => {
  switch (block.kind) {
    case 'text':
      return writeText(printer, block)
    case 'rows':
      return writeRows(printer, block)
    case 'rule':
      return writeRows(printer, { rows: ['─'.repeat(dots / DOTS_PER_CELL)], bold: false })
    case 'feed':
      return printer.size(1, 1).feed(block.lines)
    case 'qr':
      return printer.align('ct').size(1, 1).feed(1).print(qrCommands(block.data, dots)).feed(1)
    default:
      return block satisfies never
  }
}

/**
 * The bytes of one paper: blocks, then a picture where there is one, a feed and a cut. Starts from a cleared printer, so that nothing
 * of an earlier paper shows through.
 */
export const encodePaper = (blocks: readonly PaperBlock[], picture: Bitmap | null, dots: PaperDots): Uint8Array => {
  const adapter = bufferingAdapter()
  const printer = new Printer(adapter, { encoding: 'cp858' })
  printer.print(PREAMBLE)
  for (const block of blocks) writeBlock(printer, block, dots)
  printer.align('lt').size(1, 1)
  if (picture) printer.print(rasterCommands(picture))
  printer.cut(true, LINES_TO_CUTTER).flush()
  return adapter.bytes()
}
