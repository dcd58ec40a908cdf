import { encode } from 'uqr'
import type { Bitmap } from '../bitmap.ts'
import type { PrinterSettings } from './printer-settings.ts'

/** The stored QR, one dot a module, padded to whole bytes on the right; null for nothing stored, or more than a QR holds. */
export const qrPicture = ({ qrData, qrLevel }: PrinterSettings): (Bitmap & { readonly modules: number }) | null => {
  if (qrData.length === 0) return null
  try {
    const { data, size } = encode([...qrData], { ecc: qrLevel, border: 0, boostEcc: false })
    const stride = Math.ceil(size / 8)
    const bits = new Uint8Array(stride * size)
    for (const [y, row] of data.entries())
      for (const [x, isDark] of row.entries()) {
        const at = y * stride + (x >> 3)
        if (isDark) bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7))
      }
    return { width: stride * 8, height: size, data: bits, modules: size }
  } catch {
    return null
  }
}
