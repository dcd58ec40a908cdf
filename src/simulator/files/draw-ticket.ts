import type { Pen, Style } from './pen.ts'
import { type PrintedFacts, type PrintedLine, TRAINING_NOTE } from './printed-facts.ts'
import { drawQr } from './qr.ts'

const MM = 72 / 25.4
const QR_SIDE = 36 * MM
const AMOUNT_WIDTH = 52

const BODY: Style = { size: 8.6 }
const SMALL: Style = { size: 7.6 }
const LABEL: Style = { size: 7, face: 'Helvetica-Bold' }

const boxed = (pen: Pen, text: string, style: Style, lineWidth: number): void => {
  const padding = 5
  // A font's line is higher than its capitals: lowered by this much, they stand in the middle.
  const lowered = style.size * 0.1
  const column = { x: pen.left + padding, width: pen.width - 2 * padding }
  const centred: Style = { ...style, align: 'center' }
  const height = pen.heightOf(text, centred, column) + 2 * padding
  pen.room(height)
  pen.document.rect(pen.left, pen.y(), pen.width, height).lineWidth(lineWidth).stroke('black')
  pen.skip(padding + lowered)
  pen.text(text, centred, column)
  pen.skip(padding - lowered)
}

const drawIssuer = (pen: Pen, { issuer, title, cancelled }: PrintedFacts): void => {
  const centred = (style: Style): Style => ({ ...style, align: 'center' })
  pen.text(issuer.tradeName, centred({ size: 17, face: 'Helvetica-Bold' }))
  pen.skip(1)
  pen.text(issuer.name, centred({ size: 8.8, face: 'Helvetica-Bold' }))
  pen.text(`NIT ${issuer.nit}   NRC ${issuer.nrc}`, centred(SMALL))
  pen.text(issuer.activity, centred(SMALL))
  pen.text(issuer.address, centred(SMALL))
  pen.skip(6)
  pen.rule('thick')
  pen.skip(6)
  pen.text(title, centred({ size: 14, face: 'Helvetica-Bold' }))
  pen.text('DOCUMENTO TRIBUTARIO ELECTRÓNICO', centred({ size: 8, face: 'Helvetica-Bold' }))
  pen.skip(6)
  boxed(pen, TRAINING_NOTE, { size: 11, face: 'Helvetica-Bold' }, 1)
  if (cancelled) {
    pen.skip(5)
    boxed(pen, 'ANULADO', { size: 20, face: 'Helvetica-Bold' }, 2)
  }
}

const drawIdentity = (pen: Pen, { identity, when, buyer }: PrintedFacts): void => {
  for (const [label, value] of identity) {
    pen.text(label, LABEL)
    pen.fitted(value, { size: 8.8 })
    pen.skip(2.5)
  }
  const labelled = (label: string, value: string): void =>
    pen.row([
      { text: label, style: { ...LABEL, size: 8 }, column: { x: pen.left, width: 52 } },
      { text: value, style: BODY, column: { x: pen.left + 54, width: pen.width - 54 } },
    ])
  pen.skip(1)
  labelled('Fecha', when)
  for (const [label, value] of buyer) labelled(label, value)
}

const drawLine = (pen: Pen, { quantity, description, unitPrice, discount, amount }: PrintedLine): void => {
  const detail = `${quantity} × ${unitPrice}${discount === '' ? '' : `   desc. ${discount}`}`
  const text = { x: pen.left, width: pen.width - AMOUNT_WIDTH - 4 }
  const price = { x: pen.left + pen.width - AMOUNT_WIDTH, width: AMOUNT_WIDTH }
  pen.room(pen.heightOf(description, BODY, text) + pen.heightOf(detail, SMALL, text))
  pen.row([
    { text: description, style: BODY, column: text },
    { text: amount, style: { ...BODY, align: 'right' }, column: price },
  ])
  pen.text(detail, SMALL)
  pen.skip(2.5)
}

const drawTotals = (pen: Pen, { totals, due, inWords, payment }: PrintedFacts): void => {
  const half = pen.width / 2
  const amountRow = (label: string, value: string, style: Style): void =>
    pen.row([
      { text: label, style, column: { x: pen.left, width: half } },
      { text: value, style: { ...style, align: 'right' }, column: { x: pen.left + half, width: half } },
    ])
  for (const [label, value] of totals) amountRow(label, value, BODY)
  pen.skip(3)
  pen.rule()
  pen.skip(4)
  amountRow('TOTAL', due, { size: 15, face: 'Helvetica-Bold' })
  pen.skip(1)
  pen.text(inWords, { size: 7.8, face: 'Helvetica-Bold' })
  pen.skip(2)
  pen.text(payment, BODY)
}

const drawConsultation = (pen: Pen, { consultationUrl }: PrintedFacts): void => {
  pen.room(QR_SIDE + 12)
  drawQr(pen.document, consultationUrl, pen.left + (pen.width - QR_SIDE) / 2, pen.y(), QR_SIDE)
  pen.skip(QR_SIDE)
  pen.text('Consulte este documento en admin.factura.gob.sv', { ...SMALL, align: 'center' })
}

/** The ticket from top to bottom; where the pen stops, the ticket ends. */
export const drawTicket = (pen: Pen, facts: PrintedFacts): void => {
  drawIssuer(pen, facts)
  pen.skip(7)
  drawIdentity(pen, facts)
  pen.skip(5)
  pen.rule('dashed')
  pen.skip(5)
  for (const line of facts.lines) drawLine(pen, line)
  pen.skip(2)
  pen.rule('dashed')
  pen.skip(5)
  drawTotals(pen, facts)
  pen.skip(3)
  drawConsultation(pen, facts)
}
