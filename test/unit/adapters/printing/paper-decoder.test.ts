import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { encodePaper } from '#adapters/printing/escpos-encoder.ts'
import { readBitmapFont } from '#adapters/printing/virtual-printer/bitmap-font.ts'
import { createPaperDecoder } from '#adapters/printing/virtual-printer/paper-decoder.ts'
import { renderBytes } from '#adapters/printing/virtual-printer/render-bytes.ts'
import type { VirtualPaper } from '#adapters/printing/virtual-printer/virtual-paper.ts'
import { ticketLayout } from '#domain/ticket/ticket-layout.ts'
import { anIssuedSale, QR_URL } from '../../domain/ticket/sale-samples.ts'
import { FONT_FILE } from './font-file.ts'

const bytesOf = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))))

const render = (bytes: Uint8Array, dots = 384): VirtualPaper[] => renderBytes(bytes, { fontFile: FONT_FILE, dots })

/** Leftmost and rightmost, topmost and bottommost inked dot. */
const inkBox = ({ bitmap: { width, height, data } }: VirtualPaper) => {
  const inked = (x: number, y: number) => ((data[(y * width) / 8 + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
  const xs = Array.from({ length: width }, (_, x) => x).filter((x) =>
    Array.from({ length: height }, (_, y) => y).some((y) => inked(x, y)),
  )
  const ys = Array.from({ length: height }, (_, y) => y).filter((y) => xs.some((x) => inked(x, y)))
  return { left: xs[0], right: xs.at(-1), top: ys[0], bottom: ys.at(-1) }
}

const CUT = [0x1d, 0x56, 0]

describe('text', () => {
  test('every cut ends a paper, and what follows the last one is one that broke off', () => {
    const papers = render(bytesOf('uno\n', CUT, 'dos\n', [0x1d, 0x56, 66, 10], 'tres'))
    expect(papers.map(({ text, isCut, bitmap }) => [text, isCut, bitmap.height])).toEqual([
      ['uno', true, 30],
      ['dos', true, 40],
      ['tres', false, 30],
    ])
  })

  test('a row that is full goes on in the next', () => {
    expect(render(bytesOf('x'.repeat(33), '\n', CUT))[0]?.text).toBe(`${'x'.repeat(32)}\nx`)
    expect(render(bytesOf('x'.repeat(32), '\n', CUT))[0]?.text).toBe('x'.repeat(32))
  })

  test('alignment and size move the ink', () => {
    const block = [0x1b, 0x74, 19]
    const at = (...parts: (string | readonly number[])[]) =>
      inkBox(render(bytesOf(block, ...parts, [0xdb], '\n', CUT))[0] as VirtualPaper)
    expect(at()).toEqual({ left: 0, right: 11, top: 0, bottom: 23 })
    expect(at([0x1b, 0x61, 1])).toEqual({ left: 186, right: 197, top: 0, bottom: 23 })
    expect(at([0x1b, 0x61, 2])).toEqual({ left: 372, right: 383, top: 0, bottom: 23 })
    expect(at([0x1d, 0x21, 0x12])).toEqual({ left: 0, right: 23, top: 0, bottom: 71 })
    expect(at([0x1b, 0x21, 0x38])).toEqual({ left: 0, right: 24, top: 0, bottom: 47 })
  })

  test('ESC @ forgets every setting and the row in work', () => {
    const [paper] = render(bytesOf([0x1b, 0x61, 2], 'lost', [0x1b, 0x40], [0x1b, 0x74, 19, 0xdb], '\n', CUT))
    expect([paper?.text, inkBox(paper as VirtualPaper).left]).toEqual(['█', 0])
  })

  test('tabs, carriage returns, underline and feeds of lines and dots are understood', () => {
    const [paper] = render(
      bytesOf('a\tb\r\n', [0x1b, 0x2d, 1], 'c\n', [0x1b, 0x33, 40, 0x1b, 0x64, 2, 0x1b, 0x4a, 7, 0x1b, 0x32], CUT),
    )
    expect([paper?.text, paper?.bitmap.height, paper?.unknown]).toEqual(['a       b\nc', 30 + 30 + 80 + 7, []])
  })
})

describe('what it does not know', () => {
  test('is reported, never skipped in silence', () => {
    const [paper] = render(
      bytesOf([0x1b, 0x3f], 'a', [0x1d, 0x28, 0x4c, 2, 0, 48, 1], [0x07], [0x1b, 0x4d, 1], '\n', CUT),
    )
    expect(paper?.unknown).toEqual(['1b 3f', '1d 28 4c 02 00 30 01', '07', '1b 4d 01'])
    expect(paper?.text).toBe('a')
  })

  test('a letter beyond ASCII without the code page is one of them: a real printer would print another', () => {
    expect(render(bytesOf([0xa0], '\n', CUT))[0]?.unknown).toEqual(['a0 in code page 0'])
  })

  test('so is a picture that broke off', () => {
    expect(render(bytesOf('a\n', [0x1d, 0x76, 0x30, 0, 48, 0, 9, 0, 255]))[0]?.unknown).toEqual([
      '1d 76 30 00 30 00 09 00 without its end',
    ])
  })
})

test('pictures are drawn dot by dot, scaled where the command says so', () => {
  const raster = (mode: number) => [0x1d, 0x76, 0x30, mode, 1, 0, 2, 0, 0b10000001, 0b00000001]
  const [plain] = render(bytesOf(raster(0), CUT), 16)
  expect([...(plain?.bitmap.data ?? [])]).toEqual([0b10000001, 0, 0b00000001, 0])
  const [large] = render(bytesOf(raster(3), CUT), 16)
  expect([...(large?.bitmap.data ?? [])]).toEqual([0b11000000, 3, 0b11000000, 3, 0, 3, 0, 3])
})

test('the drawer’s pulses are counted', () => {
  expect(render(bytesOf([0x1b, 0x70, 0, 25, 250, 0x10, 0x14, 1, 0, 1], 'a\n', CUT))[0]?.drawerPulses).toBe(2)
})

test('a ticket decodes to the same paper however the network cuts its bytes', () => {
  const bytes = encodePaper(ticketLayout(anIssuedSale(), 32), null, 384)
  const whole = render(bytes)
  const papers: VirtualPaper[] = []
  const decoder = createPaperDecoder({
    font: readBitmapFont(FONT_FILE),
    dots: 384,
    onPaper: (paper) => void papers.push(paper),
  })
  for (const byte of bytes) decoder.write(Uint8Array.of(byte))
  decoder.end()
  expect(papers).toEqual(whole)
  expect(whole).toMatchObject([{ qrs: [QR_URL], unknown: [], isCut: true }])
  expect(whole[0]?.text).toContain('Café molido Coatepeque 400 g\n  2 x 5.50                 11.00\n')
})

test('the picture for the screen is a PNG of the paper with a white margin', () => {
  const [paper] = render(bytesOf([0x1b, 0x74, 19, 0xdb], '\n', CUT), 16)
  const png = Buffer.from(paper?.png ?? [])
  expect(png.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a')
  expect([png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]]).toEqual([16 + 64, 30 + 64, 1, 0])
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)))
  expect(rows.length).toBe((1 + 10) * 94)
  expect(rows.subarray(32 * 11, 33 * 11).toString('hex')).toBe('00ffffffff000fffffffff')
})
