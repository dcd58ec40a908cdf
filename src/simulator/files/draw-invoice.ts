import type { Pen, Style } from './pen.ts'
import { type PrintedFacts, TRAINING_NOTE } from './printed-facts.ts'
import { drawQr } from './qr.ts'

const QR_SIDE = 108
const BODY: Style = { size: 9.5 }
const BOLD: Style = { size: 9.5, face: 'Helvetica-Bold' }
const RIGHT: Style = { ...BODY, align: 'right' }

const labelled = (pen: Pen, [label, value]: readonly [string, string], width: number): void =>
  pen.row([
    { text: label, style: BOLD, column: { x: pen.left, width: 115 } },
    { text: value, style: BODY, column: { x: pen.left + 120, width: width - 120 } },
  ])

const drawHead = (
  pen: Pen,
  { issuer, title, cancelled, identity, when, buyer, consultationUrl }: PrintedFacts,
): void => {
  const width = pen.width - QR_SIDE - 10
  const column = { x: pen.left, width }
  drawQr(pen.document, consultationUrl, pen.left + pen.width - QR_SIDE, pen.y(), QR_SIDE)
  pen.text(issuer.tradeName, { size: 20, face: 'Helvetica-Bold' }, column)
  pen.text(issuer.name, BOLD, column)
  pen.text(`NIT ${issuer.nit}   NRC ${issuer.nrc}`, BODY, column)
  pen.text(issuer.activity, BODY, column)
  pen.text(`${issuer.address}   Tel. ${issuer.phone}`, BODY, column)
  pen.skip(Math.max(10, QR_SIDE + 45 - pen.y()))
  pen.rule('thick')
  pen.skip(10)
  pen.text(cancelled ? `${title} – ANULADO` : title, { size: 15, face: 'Helvetica-Bold' })
  pen.text('DOCUMENTO TRIBUTARIO ELECTRÓNICO', BOLD)
  pen.text(TRAINING_NOTE, BOLD)
  pen.skip(10)
  for (const fact of [...identity, ['Fecha y hora', when] as const, ...buyer]) labelled(pen, fact, pen.width)
  pen.skip(14)
}

const drawLines = (pen: Pen, { lines }: PrintedFacts): void => {
  const at = (offset: number, width: number) => ({ x: pen.left + offset, width })
  const columns = [at(0, 50), at(60, 230), at(295, 75), at(375, 55), at(435, pen.width - 435)] as const
  const [quantity, description, unitPrice, discount, amount] = columns
  const head = { ...BOLD, align: 'right' } as const
  pen.row([
    { text: 'Cantidad', style: head, column: quantity },
    { text: 'Descripción', style: BOLD, column: description },
    { text: 'Precio', style: head, column: unitPrice },
    { text: 'Desc.', style: head, column: discount },
    { text: 'Importe', style: head, column: amount },
  ])
  pen.skip(2)
  pen.rule()
  pen.skip(5)
  for (const line of lines) {
    pen.row([
      { text: line.quantity, style: RIGHT, column: quantity },
      { text: line.description, style: BODY, column: description },
      { text: line.unitPrice, style: RIGHT, column: unitPrice },
      { text: line.discount, style: RIGHT, column: discount },
      { text: line.amount, style: RIGHT, column: amount },
    ])
    pen.skip(3)
  }
  pen.rule()
  pen.skip(6)
}

/** The document on letter paper, lines going on over as many pages as they need. */
export const drawInvoice = (pen: Pen, facts: PrintedFacts): void => {
  drawHead(pen, facts)
  drawLines(pen, facts)
  const amountRow = (label: string, value: string, style: Style): void =>
    pen.row([
      { text: label, style, column: { x: pen.left + 270, width: 130 } },
      { text: value, style: { ...style, align: 'right' }, column: { x: pen.left + 400, width: pen.width - 400 } },
    ])
  pen.room(90)
  for (const [label, value] of facts.totals) amountRow(label, value, BODY)
  pen.skip(3)
  amountRow('TOTAL', facts.due, { size: 13, face: 'Helvetica-Bold' })
  pen.skip(6)
  pen.text(facts.inWords, BOLD)
  pen.text(facts.payment, BODY)
}
