import { UPPER_HALF } from '#domain/ticket/code-page-858.ts'
import type { Bitmap } from '../bitmap.ts'
import type { BitmapFont } from './bitmap-font.ts'
import { createPaperCanvas, type PaperCanvas } from './paper-canvas.ts'
import { paperPng } from './png.ts'
import type { PrinterCommand } from './printer-command.ts'
import { INITIAL_SETTINGS, settingsAfter } from './printer-settings.ts'
import { qrPicture } from './qr-picture.ts'
import { readCommand } from './read-command.ts'
import { type Cell, cellWidth, drawLine, lineHeight, lineWidth } from './text-line.ts'
import type { VirtualPaper } from './virtual-paper.ts'

type PaperDecoderOptions = {
  readonly font: BitmapFont
  /** Printable dots across; a multiple of 8. */
  readonly dots: number
  readonly onPaper: (paper: VirtualPaper) => void
  readonly onDrawerPulse?: () => void
  /** DLE EOT n. */
  readonly onStatus?: (question: number) => void
}

export type PaperDecoder = {
  /** Takes bytes in whatever pieces they come. */
  write(bytes: Uint8Array): void
  /** No more is coming: what was printed and not cut becomes a paper too. */
  end(): void
}

type PaperInWork = {
  readonly canvas: PaperCanvas
  readonly rows: string[]
  readonly qrs: string[]
  readonly unknown: string[]
  /** Where the next dot row goes. */
  y: number
  drawerPulses: number
}

const CODE_PAGE_858 = 19
const TAB_CELLS = 8

const blankPaper = (dots: number): PaperInWork => ({
  canvas: createPaperCanvas(dots),
  rows: [],
  qrs: [],
  unknown: [],
  y: 0,
  drawerPulses: 0,
})

const letter = ({ code }: Cell): string => (code < 0x80 ? String.fromCharCode(code) : (UPPER_HALF[code - 0x80] ?? ''))

const hex = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('hex')
    .replaceAll(/(..)(?=.)/g, '$1 ')

/** Decodes ESC/POS as a receipt printer does, onto papers that can be looked at and asserted about. */
export const createPaperDecoder = (options: PaperDecoderOptions): PaperDecoder => {
  const { font, dots, onPaper, onDrawerPulse, onStatus } = options
  let settings = INITIAL_SETTINGS
  let paper = blankPaper(dots)
  let line: Cell[] = []
  let pending: Uint8Array = new Uint8Array()

  const leftFor = (width: number): number => Math.max(0, Math.floor(((dots - width) * settings.align) / 2))

  const printLine = (): void => {
    drawLine(paper.canvas, font, line, leftFor(lineWidth(line)), paper.y)
    paper.rows.push(line.map(letter).join('').trimEnd())
    paper.y += Math.max(settings.lineSpacing, lineHeight(line))
    line = []
  }

  const feed = (rows: number): void => {
    if (line.length > 0) printLine()
    paper.y += rows
  }

  const addCharacter = (code: number): void => {
    const cell = { code, ...settings }
    if (code >= 0x80 && settings.codePage !== CODE_PAGE_858)
      paper.unknown.push(`${hex(Uint8Array.of(code))} in code page ${settings.codePage}`)
    if (lineWidth(line) + cellWidth(cell) > dots) printLine()
    line.push(cell)
  }

  const drawPicture = (picture: Bitmap, width: number, scaleX: number, scaleY: number): void => {
    feed(0)
    paper.canvas.draw(picture, leftFor(width), paper.y, scaleX, scaleY)
    feed(picture.height * scaleY)
  }

  const printQr = (): void => {
    const picture = qrPicture(settings)
    const { qrModule, qrData } = settings
    if (!picture) {
      paper.unknown.push(`a QR of ${qrData.length} bytes`)
      return
    }
    drawPicture(picture, picture.modules * qrModule, qrModule, qrModule)
    paper.qrs.push(Buffer.from(qrData).toString('utf8'))
  }

  const finishPaper = (isCut: boolean): void => {
    const { canvas, y, rows, qrs, drawerPulses, unknown } = paper
    const bitmap = canvas.strip(y)
    paper = blankPaper(dots)
    onPaper({ width: dots, bitmap, text: rows.join('\n'), qrs, drawerPulses, unknown, isCut, png: paperPng(bitmap) })
  }

  const obey = (command: PrinterCommand): void => {
    const changed = settingsAfter(settings, command)
    if (changed) settings = changed
    switch (command.kind) {
      case 'character':
        addCharacter(command.code)
        break
      case 'line_feed':
        printLine()
        break
      case 'tab':
        do addCharacter(0x20)
        while (line.length % TAB_CELLS !== 0)
        break
      case 'initialise':
        line = []
        break
      case 'feed_lines':
        feed(command.lines * settings.lineSpacing)
        break
      case 'feed_dots':
        feed(command.dots)
        break
      case 'raster':
        drawPicture(command.picture, command.picture.width * command.scaleX, command.scaleX, command.scaleY)
        break
      case 'qr_print':
        printQr()
        break
      case 'cut':
        feed(command.feedDots)
        finishPaper(true)
        break
      case 'drawer_pulse':
        paper.drawerPulses += 1
        onDrawerPulse?.()
        break
      case 'status':
        onStatus?.(command.question)
        break
      case 'all':
        for (const part of command.commands) obey(part)
        break
      case 'unknown':
        paper.unknown.push(hex(command.bytes))
    }
  }

  return {
    write: (bytes) => {
      const all = pending.length === 0 ? bytes : Buffer.concat([pending, bytes])
      let at = 0
      for (let read = readCommand(all, at); read !== null; read = readCommand(all, at)) {
        obey(read.command)
        at += read.length
      }
      pending = all.slice(at)
    },
    end: () => {
      feed(0)
      if (pending.length > 0) paper.unknown.push(`${hex(pending.slice(0, 8))} without its end`)
      if (paper.y > 0) finishPaper(false)
    },
  }
}
