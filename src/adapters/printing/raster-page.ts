import type { Bitmap } from './bitmap.ts'

/** Grey 0 (black) to 255; below this it is ink. Above the middle, so that thin strokes of small type survive. */
const THRESHOLD = 160

/** One byte a dot → one bit a dot, without the blank rows at the bottom. `width` is a multiple of 8. */
export const thresholdPage = (grey: Uint8Array, width: number, height: number): Bitmap => {
  const stride = width / 8
  const data = new Uint8Array(stride * height)
  let inked = 0
  for (let index = 0, at = 0; index < data.length; index += 1) {
    let byte = 0
    for (let bit = 0; bit < 8; bit += 1, at += 1) byte = (byte << 1) | ((grey[at] ?? 255) < THRESHOLD ? 1 : 0)
    if (byte === 0) continue
    data[index] = byte
    inked = index + 1
  }
  const rows = Math.ceil(inked / stride)
  return { width, height: rows, data: data.slice(0, rows * stride) }
}

/** Pages one under another, a gap of `gap` blank rows between two. */
export const stackPages = (pages: readonly Bitmap[], width: number, gap: number): Bitmap => {
  const inked = pages.filter(({ height }) => height > 0)
  const blank = new Uint8Array((width / 8) * gap)
  const data = Buffer.concat(inked.flatMap((page, index) => (index === 0 ? [page.data] : [blank, page.data])))
  return { width, height: (data.length * 8) / width, data: new Uint8Array(data) }
}
