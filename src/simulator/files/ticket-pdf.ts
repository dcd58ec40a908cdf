import PDFDocument from 'pdfkit'
import type { Issuer } from '../issuer.ts'
import type { FiscalRecord } from '../registry/fiscal-record.ts'
import { drawTicket } from './draw-ticket.ts'
import { pdfBytes } from './pdf-bytes.ts'
import { createPen } from './pen.ts'
import { type PrintedFacts, printedFacts } from './printed-facts.ts'

const POINTS_PER_MM = 72 / 25.4
const WIDTH = 80 * POINTS_PER_MM
const HEIGHT = 210 * POINTS_PER_MM
/** What an 80 mm printer can reach: 72 mm. */
const MARGIN = 4 * POINTS_PER_MM
/** No page of a PDF is taller than 14,400 points (5 m): some 600 lines, then a second page follows. */
const TALLEST = 14_400

/** Draws on pages of the given heights, the last of which goes on for ever, and tells how far down each page came. */
const draw = (facts: PrintedFacts, document: PDFKit.PDFDocument, heights: readonly number[]): readonly number[] => {
  const reached: number[] = []
  let page = 0
  const addPage = (): void => {
    document.addPage({ size: [WIDTH, heights[page] ?? TALLEST], margin: 0 })
    page += 1
  }
  addPage()
  const pen = createPen(document, {
    left: MARGIN,
    width: WIDTH - 2 * MARGIN,
    top: MARGIN,
    bottom: TALLEST - MARGIN,
    nextPage: () => {
      reached.push(TALLEST)
      addPage()
    },
  })
  drawTicket(pen, facts)
  return [...reached, pen.y() + MARGIN]
}

const newDocument = (facts: PrintedFacts): PDFKit.PDFDocument =>
  new PDFDocument({
    autoFirstPage: false,
    info: { Title: `${facts.title} (entrenamiento)`, Creator: 'Torogoz POS', CreationDate: facts.postedAt },
  })

/**
 * The ticket of a 01: one page of 8 × 21 cm, longer when there is more on it than fits. It is drawn once to learn its
 * height and once for good. Source of what is on it: MH's rules for the printed version.
 */
export const ticketPdf = (record: FiscalRecord, issuer: Issuer): Promise<Uint8Array<ArrayBuffer>> => {
  const facts = printedFacts(record, issuer)
  const heights = draw(facts, newDocument(facts), []).map((height) => Math.max(HEIGHT, height))
  const document = newDocument(facts)
  const bytes = pdfBytes(document)
  draw(facts, document, heights)
  document.end()
  return bytes
}
