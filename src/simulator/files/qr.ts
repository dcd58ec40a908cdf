import { encode } from 'uqr'

/** Draws the text as a QR code with its quiet zone inside a square of `side` points, as one path: no seams between modules. */
export const drawQr = (document: PDFKit.PDFDocument, text: string, x: number, y: number, side: number): void => {
  const quietZone = 4
  const { data, size } = encode(text, { ecc: 'M', border: 0 })
  const module = side / (size + 2 * quietZone)
  data.forEach((row, rowIndex) => {
    for (let start = 0; start < size; start += 1) {
      if (!row[start]) continue
      let end = start
      while (end < size && row[end]) end += 1
      document.rect(
        x + (start + quietZone) * module,
        y + (rowIndex + quietZone) * module,
        (end - start) * module,
        module,
      )
      start = end
    }
  })
  document.fill('black')
}
