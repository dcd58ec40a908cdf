import PDFDocument from 'pdfkit'
import type { Issuer } from '../issuer.ts'
import type { FiscalRecord } from '../registry/fiscal-record.ts'
import { drawInvoice } from './draw-invoice.ts'
import { pdfBytes } from './pdf-bytes.ts'
import { createPen } from './pen.ts'
import { printedFacts } from './printed-facts.ts'

const LETTER = { width: 612, height: 792 }
const MARGIN = 45

/** The document on letter pages, as many as its lines need; any type. */
export const invoicePdf = (record: FiscalRecord, issuer: Issuer): Promise<Uint8Array<ArrayBuffer>> => {
  const facts = printedFacts(record, issuer)
  const document = new PDFDocument({
    size: [LETTER.width, LETTER.height],
    margin: 0,
    info: { Title: `${facts.title} (entrenamiento)`, Creator: 'Torogoz POS', CreationDate: facts.postedAt },
  })
  const bytes = pdfBytes(document)
  const pen = createPen(document, {
    left: MARGIN,
    width: LETTER.width - 2 * MARGIN,
    top: MARGIN,
    bottom: LETTER.height - MARGIN,
    nextPage: () => {
      document.addPage()
    },
  })
  drawInvoice(pen, facts)
  document.end()
  return bytes
}
