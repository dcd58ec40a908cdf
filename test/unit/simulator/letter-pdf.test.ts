import { PDFiumLibrary } from '@hyzyla/pdfium'
import jsqr from 'jsqr'
import { expect, test } from 'vitest'
import { type Api, aCcf, aCompany, aCreditMemo, aPurchase, aSale, aSimulator } from './a-simulator.ts'

const WIDTH = 1224
const HEIGHT = 1584
const readQr = typeof jsqr === 'function' ? jsqr : (jsqr as { default: typeof jsqr }).default

/** The first page of a document's letter PDF: its words, and what its QR code says. */
const letterOf = async ({ file }: Api, ref: string) => {
  const library = await PDFiumLibrary.init()
  const letter = await library.loadDocument(new Uint8Array(await (await file(ref, 'invoice')).arrayBuffer()))
  const text = letter.getPage(0).getText().replace(/\s+/g, ' ')
  const { data } = await letter.getPage(0).render({ width: WIDTH, height: HEIGHT, colorSpace: 'BGRA' })
  letter.destroy()
  library.destroy()
  return { text, qr: readQr(new Uint8ClampedArray(data), WIDTH, HEIGHT)?.data }
}

test('a credit note says which CCF it is for, and nothing of a payment', async () => {
  const api = await aSimulator()
  const ccf = await api.issues(aCcf({ customer: aCompany({ type_contributor: 3 }) }))
  await api.credits(aCreditMemo({ full_adjustment: true }))
  const { text } = await letterOf(api, 'note')
  for (const part of [
    'NOTA DE CRÉDITO',
    'ENTRENAMIENTO – DOCUMENTO SIN VALIDEZ FISCAL',
    'CCF relacionado DTE-03-M001P001-000000000000001 del 22/11/2026',
    `Código del CCF ${ccf.body.generation_code}`,
    'Cliente Ferretería Ñandú, S.A. de C.V.',
    'Base gravada $100.00',
    'IVA 13 % $13.00',
    'TOTAL $113.00',
    'CIENTO TRECE 00/100 DÓLARES',
  ])
    expect(text).toContain(part)
  expect(text).not.toMatch(/retenido|Billetes/)
})

test('a purchase says who sold and what income tax was withheld', async () => {
  const api = await aSimulator()
  await api.buys(aPurchase())
  const { text } = await letterOf(api, 'purchase')
  for (const part of [
    'FACTURA DE SUJETO EXCLUIDO',
    'ENTRENAMIENTO – DOCUMENTO SIN VALIDEZ FISCAL',
    'Sujeto excluido Juan Pérez',
    'DUI 01234567-8',
    'Subtotal $100.00',
    'Retención de renta 10 % –$6.00',
    'TOTAL $94.00',
  ])
    expect(text).toContain(part)
  expect(text).not.toContain('IVA')
})

test('the QR code asks in the environment of the document; the paper stays one for training', async () => {
  const api = await aSimulator()
  api.simulator.setControls({ environment: '01' })
  const { body } = await api.issues(aSale())
  const { text, qr } = await letterOf(api, 'T1-2026-11-22-0001')
  expect(qr).toBe(
    `https://admin.factura.gob.sv/consultaPublica?ambiente=01&codGen=${body.generation_code}&fechaEmi=2026-11-22`,
  )
  expect(text).toContain('ENTRENAMIENTO')
})

test('there is a letter and a JSON of every type, and a ticket of a 01 alone', async () => {
  const api = await aSimulator()
  await api.issues(aSale({ external_ref: '01' }))
  await api.issues(aCcf())
  await api.credits(aCreditMemo())
  await api.issues(aSale({ external_ref: '11', doc_type: '11' }))
  await api.buys(aPurchase())
  const statusesOf = (ref: string) =>
    Promise.all(['ticket', 'invoice', 'json'].map(async (type) => (await api.file(ref, type)).status))
  expect({
    '01': await statusesOf('01'),
    '03': await statusesOf('ccf'),
    '05': await statusesOf('note'),
    '11': await statusesOf('11'),
    '14': await statusesOf('purchase'),
  }).toEqual({
    '01': [200, 200, 200],
    '03': [404, 200, 200],
    '05': [404, 200, 200],
    '11': [404, 200, 200],
    '14': [404, 200, 200],
  })
})
