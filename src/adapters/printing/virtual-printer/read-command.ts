import type { PrinterCommand } from './printer-command.ts'

export type Read = { readonly command: PrinterCommand; readonly length: number }

/** Byte `at` of a command; throws `INCOMPLETE` beyond what has arrived. */
type Bytes = (at: number) => number

/** What a command comes to once all its bytes are there: how long it is, and what it says. */
type Reader = (byte: Bytes, slice: (from: number, to: number) => Uint8Array) => Read

class Incomplete extends Error {}
const INCOMPLETE = new Incomplete()

const read = (length: number, command: PrinterCommand): Read => ({ length, command })
const IGNORED: PrinterCommand = { kind: 'ignored' }

const unknown: Reader = (_, slice) => read(2, { kind: 'unknown', bytes: slice(0, 2) })

/** Commands of one parameter byte. */
const one =
  (command: (parameter: number) => PrinterCommand | null): Reader =>
  (byte, slice) =>
    read(3, command(byte(2)) ?? { kind: 'unknown', bytes: slice(0, 3) })

const onlyZero = one((parameter) => (parameter === 0 || parameter === 48 ? IGNORED : null))

const printMode = one((mode) =>
  mode & 0x47
    ? null
    : {
        kind: 'all',
        commands: [
          { kind: 'bold', on: (mode & 0x08) !== 0 },
          { kind: 'size', width: mode & 0x20 ? 2 : 1, height: mode & 0x10 ? 2 : 1 },
          { kind: 'underline', dots: mode & 0x80 ? 1 : 0 },
        ],
      },
)

const drawerPulse: Reader = (byte) => {
  byte(4)
  return read(5, { kind: 'drawer_pulse' })
}

/** By the letter after ESC, as Epson's reference names them. */
const ESC: Readonly<Record<string, Reader>> = {
  '@': () => read(2, { kind: 'initialise' }),
  '!': printMode,
  '-': one((dots) => ({ kind: 'underline', dots: dots % 48 })),
  '2': () => read(2, { kind: 'line_spacing', dots: null }),
  '3': one((dots) => ({ kind: 'line_spacing', dots })),
  E: one((on) => ({ kind: 'bold', on: (on & 1) === 1 })),
  G: one((on) => ({ kind: 'bold', on: (on & 1) === 1 })),
  J: one((dots) => ({ kind: 'feed_dots', dots })),
  M: onlyZero,
  R: onlyZero,
  a: one((align) => (align % 48 <= 2 ? { kind: 'align', align: align % 48 } : null)),
  d: one((lines) => ({ kind: 'feed_lines', lines })),
  p: drawerPulse,
  t: one((page) => ({ kind: 'code_page', page })),
}

const raster: Reader = (byte, slice) => {
  const mode = byte(3) % 48
  const stride = byte(4) | (byte(5) << 8)
  const height = byte(6) | (byte(7) << 8)
  const end = 8 + stride * height
  if (byte(2) !== 0x30) return read(3, { kind: 'unknown', bytes: slice(0, 3) })
  byte(end - 1)
  const picture = { width: stride * 8, height, data: slice(8, end) }
  return read(end, { kind: 'raster', picture, scaleX: mode & 1 ? 2 : 1, scaleY: mode & 2 ? 2 : 1 })
}

const LEVELS = ['L', 'M', 'Q', 'H'] as const

const qrCommand = (fn: number, content: Uint8Array): PrinterCommand | null => {
  const [first = 0] = content
  if (fn === 65 && first === 50) return IGNORED
  if (fn === 67 && first >= 1 && first <= 16) return { kind: 'qr_module', dots: first }
  const level = LEVELS[first - 48]
  if (fn === 69 && level) return { kind: 'qr_level', level }
  if (fn === 80 && first === 48) return { kind: 'qr_store', data: content.slice(1) }
  return fn === 81 && first === 48 ? { kind: 'qr_print' } : null
}

const symbol: Reader = (byte, slice) => {
  const end = 5 + (byte(3) | (byte(4) << 8))
  byte(end - 1)
  const known = byte(2) === 0x6b && byte(5) === 0x31 ? qrCommand(byte(6), slice(7, end)) : null
  return read(end, known ?? { kind: 'unknown', bytes: slice(0, Math.min(end, 8)) })
}

const cut: Reader = (byte, slice) => {
  const mode = byte(2)
  if (mode === 65 || mode === 66) return read(4, { kind: 'cut', feedDots: byte(3) })
  return read(3, mode % 48 <= 1 ? { kind: 'cut', feedDots: 0 } : { kind: 'unknown', bytes: slice(0, 3) })
}

const GS: Readonly<Record<string, Reader>> = {
  '!': one((size) => ({ kind: 'size', width: (size >> 4) + 1, height: (size & 0x0f) + 1 })),
  '(': symbol,
  B: onlyZero,
  V: cut,
  v: raster,
}

const FS: Readonly<Record<string, Reader>> = { '.': () => read(2, IGNORED) }

const pulseNow: Reader = (byte, slice) =>
  byte(2) === 1 ? drawerPulse(byte, slice) : read(3, { kind: 'unknown', bytes: slice(0, 3) })

/** What a printer acts on at once, even while it is busy. */
const DLE: Readonly<Record<string, Reader>> = {
  '\x04': one((question) => (question >= 1 && question <= 4 ? { kind: 'status', question } : null)),
  '\x14': pulseNow,
}

const FAMILIES = new Map([
  [0x1b, ESC],
  [0x1d, GS],
  [0x1c, FS],
  [0x10, DLE],
])

const SINGLE = new Map<number, PrinterCommand>([
  [0x0a, { kind: 'line_feed' }],
  [0x0d, IGNORED],
  [0x09, { kind: 'tab' }],
])

/** The command that starts at `at`; null while it has not wholly arrived. What is not known is answered as such, never skipped. */
export const readCommand = (bytes: Uint8Array, at: number): Read | null => {
  const byte: Bytes = (offset) => {
    const value = bytes[at + offset]
    if (value === undefined) throw INCOMPLETE
    return value
  }
  const slice = (from: number, to: number) => bytes.slice(at + from, at + to)
  try {
    const first = byte(0)
    const family = FAMILIES.get(first)
    if (family) return (family[String.fromCharCode(byte(1))] ?? unknown)(byte, slice)
    if (first >= 0x20) return read(1, { kind: 'character', code: first })
    return read(1, SINGLE.get(first) ?? { kind: 'unknown', bytes: slice(0, 1) })
  } catch (problem) {
    if (problem === INCOMPLETE) return null
    throw problem
  }
}
