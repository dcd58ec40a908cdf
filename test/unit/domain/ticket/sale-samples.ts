import type { Line } from '#domain/sale/line.ts'
import { totalsOf } from '#domain/sale/totals.ts'
import type { IssuedTicketFacts } from '#domain/ticket/ticket-facts.ts'

export const LINES: readonly Line[] = [
  {
    code: '1',
    description: 'Café molido Coatepeque 400 g',
    unit: 'unit',
    quantity: 2000,
    unitPrice: 55_000,
    discount: { kind: 'none' },
  },
  { code: null, description: 'Queso fresco', unit: 'kg', quantity: 455, unitPrice: 37_500, discount: { kind: 'none' } },
  {
    code: '3',
    description: 'Pan dulce de yema con ajonjolí y dulce de panela, bolsa de doce',
    unit: 'unit',
    quantity: 3000,
    unitPrice: 7500,
    discount: { kind: 'percent', hundredths: 1000 },
  },
  {
    code: '4',
    description: 'Atún “Ñandú” – lata',
    unit: 'unit',
    quantity: 12_000,
    unitPrice: 12_500,
    discount: { kind: 'amount', cents: 150 },
  },
]

/** $28.24, paid with a card and cash; issued and stamped on 22/11/2026 at 10:46 in El Salvador. */
export const anIssuedSale = (changes: Partial<IssuedTicketFacts> = {}): IssuedTicketFacts => ({
  issuer: {
    tradeName: 'Tienda La Ceiba',
    legalName: 'Comercial La Ceiba, S.A. de C.V.',
    nit: '06142902990019',
    nrc: '123456',
    activity: 'Venta al por menor en tiendas y supermercados',
    address: 'Calle Arce 1215, San Salvador Centro, San Salvador',
  },
  till: 'C01',
  cashier: 'María',
  externalRef: 'T01-C01-20261122-000042-7QK3F',
  docType: '01',
  about: null,
  completedAt: Date.parse('2026-11-22T10:45:00-06:00'),
  customer: null,
  lines: LINES,
  totals: totalsOf(LINES),
  withheld: 0,
  tenders: [
    { method: '02', amount: 1000 },
    { method: '01', amount: 2000 },
  ],
  change: 176,
  training: false,
  copy: 1,
  generationCode: 'a1b2c3d4-e5f6-4a7b-8c9d-0e1f2a3b4c5d',
  controlNumber: 'DTE-01-M001P001-000000000000042',
  receptionStamp: '2026A1B2C3D4E5F60718293A4B5C6D7E8F901234',
  issuedAt: Date.parse('2026-11-22T10:46:00-06:00'),
  environment: '01',
  ...changes,
})

export const QR_URL =
  'https://admin.factura.gob.sv/consultaPublica?ambiente=01&codGen=A1B2C3D4-E5F6-4A7B-8C9D-0E1F2A3B4C5D&fechaEmi=2026-11-22'
