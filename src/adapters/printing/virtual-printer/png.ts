import { crc32, deflateSync } from 'node:zlib'
import type { Bitmap } from '../bitmap.ts'

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const MARGIN_SIDES = 32
const MARGIN_TOP = 32

const chunk = (type: string, content: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(content.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** A 1-bit grey PNG of the picture on white, with margins of 32 dots, so that it looks like paper on a screen. */
export const paperPng = ({ width, height, data }: Bitmap): Uint8Array => {
  const [wide, high] = [width + 2 * MARGIN_SIDES, height + 2 * MARGIN_TOP]
  const header = Buffer.alloc(13)
  header.writeUInt32BE(wide, 0)
  header.writeUInt32BE(high, 4)
  header[8] = 1

  const stride = width / 8
  const rowBytes = wide / 8 + 1
  const rows = new Uint8Array(rowBytes * high).fill(255)
  for (let y = 0; y < high; y += 1) rows[y * rowBytes] = 0
  for (let y = 0; y < height; y += 1) {
    const start = (y + MARGIN_TOP) * rowBytes + 1 + MARGIN_SIDES / 8
    for (let x = 0; x < stride; x += 1) rows[start + x] = 255 ^ (data[y * stride + x] ?? 0)
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', new Uint8Array()),
  ])
}
