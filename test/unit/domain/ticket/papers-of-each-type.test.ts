import { expect, test } from 'vitest'
import type { DocumentType } from '#domain/document/document-type.ts'
import { totalsOf } from '#domain/sale/totals.ts'
import { slipLayout } from '#domain/ticket/slip-layout.ts'
import type { IssuedTicketFacts } from '#domain/ticket/ticket-facts.ts'
import { ticketLayout } from '#domain/ticket/ticket-layout.ts'
import { aLine } from '../a-line.ts'
import { blockRows } from './block-rows.ts'
import { anIssuedSale } from './sale-samples.ts'

const TAXPAYER = {
  name: 'Distribuidora de Prueba, S.A. de C.V.',
  document: null,
  email: null,
  phone: null,
  taxpayer: { nit: '06142902990019', nrc: '1234567', contributor: 3 },
  activity: { code: '46900', description: 'Venta al por mayor de otros productos' },
  place: { kind: 'municipality', code: '0623', name: 'San Salvador Centro, San Salvador' },
  address: 'Calle de Prueba 45',
} as const

const LINES = [aLine({ description: 'Resma carta', unitPrice: 565_000, quantity: 2000 })]

/** 113.00, of which 13.00 are VAT where there is any. */
const aPaper = (docType: DocumentType, changes: Partial<IssuedTicketFacts> = {}): IssuedTicketFacts =>
  anIssuedSale({
    docType,
    lines: LINES,
    totals: totalsOf(LINES, docType),
    customer: TAXPAYER,
    tenders: [{ method: '01', amount: 11_200 }],
    change: 0,
    ...changes,
  })

const rowsOf = (facts: IssuedTicketFacts): readonly string[] =>
  blockRows(ticketLayout(facts, 48)).map((row) => row.trim())

test('a crédito fiscal names the taxpayer, breaks the tax out and says what is withheld', () => {
  const rows = rowsOf(aPaper('03', { withheld: 100 }))
  expect(rows).toEqual(
    expect.arrayContaining([
      'COMPROBANTE DE CRÉDITO FISCAL',
      'Cliente: Distribuidora de Prueba, S.A. de C.V.',
      'NIT 0614-290299-001-9 · NRC 123456-7',
      'Giro: Venta al por mayor de otros productos',
      'Dirección: Calle de Prueba 45',
      'San Salvador Centro, San Salvador',
      `Neto${'100.00'.padStart(44)}`,
      `IVA 13%${'13.00'.padStart(41)}`,
      `IVA retenido 1%${'−1.00'.padStart(33).replace('−', '-')}`,
      'SON: CIENTO DOCE 00/100 DÓLARES',
    ]),
  )
  expect(rows.filter((row) => row.startsWith('TOTAL') || row.startsWith('A PAGAR'))).toEqual([
    `TOTAL${'$113.00'.padStart(19)}`,
    `A PAGAR${'$112.00'.padStart(17)}`,
  ])
})

test('a credit note says which document it takes from, and gives no change', () => {
  const rows = rowsOf(aPaper('05', { about: { relation: 'credits', number: 'DTE-03-M001P001-000000000000007' } }))
  expect(rows).toEqual(expect.arrayContaining(['NOTA DE CRÉDITO', 'Acredita a', 'DTE-03-M001P001-000000000000007']))
  expect(rows.filter((row) => row.startsWith('Vuelto'))).toEqual([])
})

test('an export has no tax on it, a purchase names who sold and what was kept back of the service', () => {
  const exported = rowsOf(aPaper('11'))
  expect(exported).toContain('FACTURA DE EXPORTACIÓN')
  expect(exported.filter((row) => /IVA|Neto/.test(row))).toEqual([])
  const bought = rowsOf(aPaper('14', { withheld: 1_130, customer: { ...TAXPAYER, name: 'Vendedora de Prueba' } }))
  expect(bought).toEqual(
    expect.arrayContaining([
      'FACTURA DE SUJETO EXCLUIDO',
      'Vendedor: Vendedora de Prueba',
      `Retención de renta 10%${'-11.30'.padStart(26)}`,
    ]),
  )
})

test.each([
  ['01', 'COMPROBANTE DE VENTA', 'Factura electrónica pendiente de emisión'],
  ['03', 'COMPROBANTE DE VENTA', 'Crédito fiscal electrónico pendiente de emisión'],
  ['05', 'COMPROBANTE DE DEVOLUCIÓN', 'Nota de crédito electrónica pendiente de emisión'],
  ['11', 'COMPROBANTE DE VENTA', 'Factura de exportación pendiente de emisión'],
  ['14', 'COMPROBANTE DE COMPRA', 'Documento electrónico pendiente de emisión'],
] as const)('the slip of a %s says that it is no fiscal document, and what is to come', (docType, name, pending) => {
  const rows = blockRows(slipLayout(aPaper(docType), 48)).map((row) => row.trim())
  expect(rows.slice(0, 3)).toEqual([name, 'NO ES DOCUMENTO FISCAL', pending])
})
