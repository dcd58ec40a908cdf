import jsqr from 'jsqr'
import type { Bitmap } from '#adapters/printing/bitmap.ts'

/** What an independent reader finds on a paper; null for no QR. */
export const readQr = ({ width, height, data }: Bitmap): string | null => {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let dot = 0; dot < width * height; dot += 1)
    if ((data[dot >> 3] ?? 0) & (0x80 >> (dot & 7))) rgba.fill(0, dot * 4, dot * 4 + 3)
  const read = typeof jsqr === 'function' ? jsqr : (jsqr as { default: typeof jsqr }).default
  return read(rgba, width, height)?.data ?? null
}
