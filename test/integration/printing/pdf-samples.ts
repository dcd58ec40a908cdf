import PDFDocument from 'pdfkit'
import { encode } from 'uqr'
import { QR_URL } from '../../unit/domain/ticket/sale-samples.ts'

const MM = 72 / 25.4
const QR_MM = 34

const drawQr = (pdf: PDFKit.PDFDocument, left: number, top: number): void => {
  const { data, size } = encode(QR_URL, { ecc: 'M', border: 0 })
  const side = (QR_MM * MM) / size
  for (const [y, row] of data.entries())
    for (const [x, isDark] of row.entries()) if (isDark) pdf.rect(left + x * side, top + y * side, side, side)
  pdf.fill('black')
}

/** A ticket as the API draws them: 80 mm wide, text and a QR of 34 mm, blank below. */
export const ticketPdf = ({ pages = 1, heightMm = 120 } = {}): Promise<Uint8Array> => {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>()
  const pdf = new PDFDocument({ size: [80 * MM, heightMm * MM], margin: 4 * MM, autoFirstPage: false })
  const parts: Uint8Array[] = []
  pdf.on('data', (part: Uint8Array) => parts.push(part))
  pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
  pdf.on('error', reject)
  for (let page = 1; page <= pages; page += 1) {
    pdf.addPage()
    pdf.font('Helvetica-Bold').fontSize(13).text('TIENDA LA CEIBA', { align: 'center' })
    pdf.font('Helvetica').fontSize(8).text('Código de generación: A1B2C3D4-E5F6-4A7B-8C9D-0E1F2A3B4C5D')
    pdf.text('2 x Café molido Coatepeque 400 g 11.00')
    drawQr(pdf, 23 * MM, 30 * MM)
  }
  pdf.end()
  return promise
}
