import type { Bitmap } from '../bitmap.ts'

/** A strip of paper that grows downwards as it is drawn on. */
export type PaperCanvas = {
  readonly height: number
  /** Blackens a rectangle, in dots; what falls beside the paper is lost, as on a printer. */
  fill(x: number, y: number, width: number, height: number): void
  /** Draws a packed picture, each of its dots `scaleX` × `scaleY`. */
  draw(picture: Bitmap, x: number, y: number, scaleX: number, scaleY: number): void
  /** The strip from its top down to `height` rows at least. */
  strip(height: number): Bitmap
}

const ROWS_AT_ONCE = 1024

export const createPaperCanvas = (width: number): PaperCanvas => {
  const stride = width / 8
  let data = new Uint8Array(stride * ROWS_AT_ONCE)
  let height = 0

  const grow = (rows: number): void => {
    height = Math.max(height, rows)
    if (height * stride <= data.length) return
    const larger = new Uint8Array(stride * Math.max(height, (data.length / stride) * 2))
    larger.set(data)
    data = larger
  }

  const fill: PaperCanvas['fill'] = (left, top, wide, high) => {
    grow(top + high)
    for (let y = top; y < top + high; y += 1)
      for (let x = Math.max(0, left); x < Math.min(width, left + wide); x += 1) {
        const at = y * stride + (x >> 3)
        data[at] = (data[at] ?? 0) | (0x80 >> (x & 7))
      }
  }

  return {
    get height() {
      return height
    },
    fill,
    draw: (picture, left, top, scaleX, scaleY) => {
      grow(top + picture.height * scaleY)
      const pictureStride = picture.width / 8
      for (let y = 0; y < picture.height; y += 1)
        for (let byte = 0; byte < pictureStride; byte += 1) {
          const bits = picture.data[y * pictureStride + byte] ?? 0
          for (let bit = 0; bits !== 0 && bit < 8; bit += 1)
            if (bits & (0x80 >> bit)) fill(left + (byte * 8 + bit) * scaleX, top + y * scaleY, scaleX, scaleY)
        }
    },
    strip: (rows) => {
      grow(rows)
      return { width, height, data: data.slice(0, height * stride) }
    },
  }
}
