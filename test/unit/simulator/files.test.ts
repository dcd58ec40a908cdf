import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { printable } from '#simulator/files/printable.ts'
import { type Api, aCompany, aSale, aSimulator } from './a-simulator.ts'

const REF = 'T1-2026-11-22-0001'

const pdfOf = async (response: Response) => {
  const bytes = new Uint8Array(await response.arrayBuffer())
  const source = Buffer.from(bytes).toString('latin1')
  const boxes = [...source.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map((box) =>
    box.slice(1).map((points) => Math.round((Number(points) * 25.4) / 72)),
  )
  return { status: response.status, type: response.headers.get('Content-Type'), bytes, boxes }
}

const ticketOf = async (api: Api, lines: number, description = 'Café') => {
  const row = { description, quantity: 1, unit_price: 1 }
  await api.issues(aSale({ external_ref: `${lines}`, lines: Array(lines).fill(row) }))
  return pdfOf(await api.file(`${lines}`, 'ticket'))
}

test('a ticket is a PDF of one page of 80 × 210 mm, longer only when it has to be', async () => {
  const api = await aSimulator()
  expect(await ticketOf(api, 1)).toMatchObject({ status: 200, type: 'application/pdf', boxes: [[80, 210]] })
  const long = await ticketOf(api, 60, 'Jabón de baño con extracto de sábila y aroma a limón, tres unidades')
  expect(long.boxes).toEqual([[80, expect.any(Number)]])
  expect(long.boxes[0]?.[1]).toBeGreaterThan(600)
})

test('a word longer than the paper and a ticket longer than a PDF page may be are no trouble', async () => {
  const api = await aSimulator()
  expect((await ticketOf(api, 2, 'Ñ'.repeat(1_000))).boxes).toHaveLength(1)
  const { boxes } = await ticketOf(api, 1_000)
  expect(boxes.length).toBeGreaterThan(1)
  expect(Math.max(...boxes.map(([, height = 0]) => height))).toBeLessThanOrEqual(5_080)
})

const canReadPdfs = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

const textOf = async (response: Response): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-ticket-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'file.pdf'), new Uint8Array(await response.arrayBuffer()))
  return execFileSync('pdftotext', ['-layout', join(folder, 'file.pdf'), '-'], { encoding: 'utf8' }).replace(
    /\s+/g,
    ' ',
  )
}

const withPdfReader = test.skipIf(!canReadPdfs)

withPdfReader('the ticket says what MH wants on it (skipped where pdftotext is missing)', async () => {
  const { issues, file } = await aSimulator()
  await issues(
    aSale({
      lines: [
        { description: 'Piñata pequeña', quantity: 2, unit_price: 5.5 },
        { description: 'Jabón', quantity: 1, unit_price: 2, discount_percentage: 10 },
      ],
      customer: { name: 'María Núñez', document_type: '13', document_number: '01234567-8' },
    }),
  )
  const text = await textOf(await file(REF, 'ticket'))
  for (const part of [
    'Tienda Demo',
    'Comercial de Ejemplo, S.A. de C.V.',
    'NIT 06140000000000 NRC 0000000',
    'Calle de Ejemplo 123, San Salvador',
    'FACTURA DOCUMENTO TRIBUTARIO ELECTRÓNICO',
    'ENTRENAMIENTO – DOCUMENTO SIN VALIDEZ FISCAL',
    '00000000-0000-4000-8000-000000000002',
    'DTE-01-M001P001-000000000000001',
    '22/11/2026 14:15:30',
    'María Núñez',
    'DUI 01234567-8',
    'Piñata pequeña $11.00',
    '2 × $5.50',
    'Jabón $1.80',
    'desc. 10 %',
    'Subtotal $13.00',
    'Descuentos –$0.20',
    'TOTAL $12.80',
    'DOCE 80/100 DÓLARES',
    'Contado · Billetes y monedas',
  ])
    expect(text).toContain(part)
  expect(text).not.toContain('ANULADO')
})

withPdfReader('contingency and cancellation are on the paper (skipped where pdftotext is missing)', async () => {
  const { simulator, issues, file, posts } = await aSimulator()
  simulator.setControls({ mh: 'down' })
  await issues(aSale())
  const waiting = await textOf(await file(REF, 'ticket'))
  expect(waiting).toContain('TRANSMISIÓN POR CONTINGENCIA')
  expect(waiting).toContain('Consumidor Final')
  simulator.setControls({ mh: 'up' })
  await posts(`/invalidate/${REF}`)
  const cancelled = await textOf(await file(REF, 'ticket'))
  expect(cancelled).toContain('ANULADO')
  expect(cancelled).not.toContain('CONTINGENCIA')
})

test('the signed JSON of a factura has MH’s fields', async () => {
  const { issues, file } = await aSimulator()
  const { body } = await issues(
    aSale({ lines: [{ description: 'Café', quantity: 3, unit_price: 1.1, discount_percentage: 10 }] }),
  )
  const dte = await (await file(REF, 'json')).json()
  expect(dte).toMatchObject({
    identificacion: {
      version: 1,
      ambiente: '00',
      tipoDte: '01',
      numeroControl: 'DTE-01-M001P001-000000000000001',
      codigoGeneracion: '00000000-0000-4000-8000-000000000002',
      fecEmi: '2026-11-22',
      horEmi: '14:15:30',
      tipoMoneda: 'USD',
    },
    emisor: { nit: '06140000000000', nombreComercial: 'Tienda Demo' },
    receptor: null,
    cuerpoDocumento: [
      { numItem: 1, cantidad: 3, precioUni: 1.1, montoDescu: 0.33, ventaGravada: 2.97, ivaItem: 0.34168142 },
    ],
    resumen: {
      totalGravada: 2.97,
      totalDescu: 0.33,
      totalIva: 0.34,
      totalPagar: 2.97,
      totalLetras: 'DOS 97/100 DÓLARES',
      condicionOperacion: 1,
      pagos: [{ codigo: '01', montoPago: 2.97, referencia: null, plazo: null, periodo: null }],
    },
    selloRecibido: body.reception_stamp,
    firmaElectronica: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
  })
})

test('a CCF is net in its JSON, an export has no VAT', async () => {
  const { issues, file } = await aSimulator()
  const lines = [{ description: 'Cemento', quantity: 10, unit_price: 11.3 }]
  await issues(aSale({ external_ref: 'ccf', doc_type: '03', lines, customer: aCompany({ type_contributor: 3 }) }))
  expect(await (await file('ccf', 'json')).json()).toMatchObject({
    receptor: { nit: '06141503851010', nrc: '123456', nombre: 'Ferretería Ñandú, S.A. de C.V.' },
    cuerpoDocumento: [{ precioUni: 10, ventaGravada: 100, tributos: ['20'] }],
    resumen: { totalGravada: 100, tributos: [{ codigo: '20', valor: 13 }], ivaRete1: 1, totalPagar: 112 },
  })
  await issues(aSale({ external_ref: 'export', doc_type: '11', lines }))
  const exported = await (await file('export', 'json')).json()
  expect(exported).toMatchObject({
    cuerpoDocumento: [{ precioUni: 11.3, ventaGravada: 113 }],
    resumen: { totalGravada: 113, totalPagar: 113 },
  })
  expect(exported.resumen).not.toHaveProperty('totalIva')
})

test('which file exists in which state', async () => {
  const { simulator, issues, file } = await aSimulator()
  const statuses = async (ref: string) =>
    Promise.all(['ticket', 'invoice', 'json', 'poster'].map(async (type) => (await file(ref, type)).status))
  await issues(aSale({ external_ref: 'stamped' }))
  await issues(aSale({ external_ref: 'ccf', doc_type: '03', customer: aCompany() }))
  await issues(aSale({ external_ref: 'rejected', customer: { email: 'x' } }))
  simulator.setControls({ mh: 'down' })
  await issues(aSale({ external_ref: 'contingency/á#%' }))
  expect({
    stamped: await statuses('stamped'),
    ccf: await statuses('ccf'),
    rejected: await statuses('rejected'),
    contingency: await statuses('contingency/á#%'),
    unknown: await statuses('unknown'),
  }).toEqual({
    stamped: [200, 200, 200, 400],
    ccf: [404, 200, 200, 400],
    rejected: [409, 409, 409, 400],
    contingency: [200, 200, 409, 400],
    unknown: [404, 404, 404, 404],
  })
})

test('the letter PDF goes on over pages', async () => {
  const { issues, file } = await aSimulator()
  await issues(aSale({ lines: Array(60).fill({ description: 'Café', quantity: 1, unit_price: 1 }) }))
  const { boxes } = await pdfOf(await file(REF, 'invoice'))
  expect(boxes.length).toBeGreaterThan(1)
  expect(new Set(boxes.map(String))).toEqual(new Set(['216,279']))
})

test('what the fonts lack becomes a question mark; accents, ñ and decomposed letters stay', () => {
  expect(printable('Piñata «Ñandú» – 5 € × 2 ☕ 咖 cafe\u0301\nx')).toBe('Piñata «Ñandú» – 5 € × 2 ? ? café x')
})
