import { encode } from 'uqr'
import type { Bitmap } from './bitmap.ts'

const ESC = 0x1b
const FS = 0x1c
const GS = 0x1d

/** ESC @ clears, FS . leaves Chinese mode, ESC t 19 selects code page 858 in Epson's numbering. */
export const PREAMBLE: Buffer = Buffer.from([ESC, 0x40, FS, 0x2e, ESC, 0x74, 19])

export const bold = (on: boolean): Buffer => Buffer.from([ESC, 0x45, on ? 1 : 0])

/** Opens the drawer on pin 2: 50 ms on, 500 ms off. Our own, because escpos leaves the two times out. */
export const drawerPulse = (): Uint8Array => Uint8Array.of(ESC, 0x70, 0, 25, 250)

/** Printers take a raster into memory whole: at most this many rows at a time. */
export const BAND_ROWS = 256

/** `bitmap` as GS v 0 commands of at most BAND_ROWS rows each. */
export const rasterCommands = ({ width, height, data }: Bitmap): Buffer => {
  const stride = width / 8
  const parts: Uint8Array[] = []
  for (let row = 0; row < height; row += BAND_ROWS) {
    const rows = Math.min(BAND_ROWS, height - row)
    parts.push(Uint8Array.of(GS, 0x76, 0x30, 0, stride & 255, stride >> 8, rows & 255, rows >> 8))
    parts.push(data.subarray(row * stride, (row + rows) * stride))
  }
  return Buffer.concat(parts)
}

const LARGEST_MODULE = 6
const QUIET_ZONE = 4

/** Dots of a side of one module: as large as fits with the quiet zone, and no larger than reads well (6 dots, 0.75 mm). */
const moduleDots = (data: string, dots: number): number => {
  const modules = encode(data, { ecc: 'M', border: QUIET_ZONE }).size
  return Math.max(1, Math.min(LARGEST_MODULE, Math.floor(dots / modules)))
}

const qrCommand = (fn: number, ...parameters: readonly number[]): readonly number[] => {
  const length = parameters.length + 2
  return [GS, 0x28, 0x6b, length & 255, length >> 8, 0x31, fn, ...parameters]
}

/** A QR made by the printer itself: model 2, level M, module size after the paper's width in dots. */
export const qrCommands = (data: string, dots: number): Buffer =>
  Buffer.from([
    ...qrCommand(65, 50, 0),
    ...qrCommand(67, moduleDots(data, dots)),
    ...qrCommand(69, 49),
    ...qrCommand(80, 48, ...Buffer.from(data, 'utf8')),
    ...qrCommand(81, 48),
  ])
