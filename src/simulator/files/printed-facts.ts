import { buyerName, type DocType } from '../invoice/invoice.ts'
import type { Issuer } from '../issuer.ts'
import { localDate, localTime } from '../local-time.ts'
import { amountInWords } from '../money/amount-in-words.ts'
import { ITEM_SCALE } from '../money/amounts.ts'
import { centsText, divideHalfUp, plainText } from '../money/exact-decimal.ts'
import type { FiscalRecord } from '../registry/fiscal-record.ts'

export type PrintedLine = {
  readonly quantity: string
  readonly description: string
  readonly unitPrice: string
  /** '10 %', or empty. */
  readonly discount: string
  readonly amount: string
}

/** A document in the words that are printed: both PDFs say the same. */
export type PrintedFacts = {
  readonly issuer: Issuer
  readonly title: string
  readonly cancelled: boolean
  readonly identity: readonly (readonly [label: string, value: string])[]
  readonly when: string
  readonly buyer: readonly (readonly [label: string, value: string])[]
  readonly lines: readonly PrintedLine[]
  readonly totals: readonly (readonly [label: string, value: string])[]
  readonly due: string
  readonly inWords: string
  readonly payment: string
  readonly consultationUrl: string
  readonly postedAt: Date
}

export const TRAINING_NOTE = 'ENTRENAMIENTO – DOCUMENTO SIN VALIDEZ FISCAL'

const TITLES: { readonly [K in DocType]: string } = {
  '01': 'FACTURA',
  '03': 'COMPROBANTE DE CRÉDITO FISCAL',
  '11': 'FACTURA DE EXPORTACIÓN',
}

/** CAT-017. */
const PAYMENT_METHODS: Readonly<Record<string, string>> = {
  '01': 'Billetes y monedas',
  '02': 'Tarjeta de débito',
  '03': 'Tarjeta de crédito',
  '04': 'Cheque',
  '05': 'Transferencia o depósito bancario',
  '08': 'Dinero electrónico',
  '09': 'Monedero electrónico',
  '11': 'Bitcoin',
  '12': 'Otras criptomonedas',
  '13': 'Cuentas por pagar del receptor',
  '14': 'Giro bancario',
  '99': 'Otros',
}

/** CAT-022. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  '36': 'NIT',
  '13': 'DUI',
  '37': 'Documento',
  '03': 'Pasaporte',
  '02': 'Carnet de residente',
}

const CONDITIONS = ['', 'Contado', 'A crédito', 'Otro']

const dollars = (cents: bigint): string => {
  const [whole = '', fraction = ''] = centsText(cents).split('.')
  return `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`
}

const linesOf = ({ invoice, amounts }: FiscalRecord): readonly PrintedLine[] =>
  invoice.lines.map((line, index) => ({
    quantity: plainText(line.quantity),
    description: line.description,
    unitPrice: `$${plainText(line.unitPrice, 2)}`,
    discount: line.discountPercentage.digits === 0n ? '' : `${plainText(line.discountPercentage)} %`,
    amount: dollars(divideHalfUp(amounts.lines[index]?.amount ?? 0n, 10n ** BigInt(ITEM_SCALE - 2))),
  }))

const buyerOf = ({ invoice }: FiscalRecord): PrintedFacts['buyer'] => {
  const { customer } = invoice
  const document = customer?.documentType && customer.documentNumber
  return [
    ['Cliente', buyerName(invoice)],
    ...(document ? [[DOCUMENTS[customer.documentType ?? ''] ?? 'Documento', document] as const] : []),
    ...(customer?.nit ? [['NIT', customer.nit] as const] : []),
    ...(customer?.nrc ? [['NRC', customer.nrc] as const] : []),
    ...(customer?.address ? [['Dirección', customer.address] as const] : []),
  ]
}

const totalsOf = ({ invoice, amounts }: FiscalRecord): PrintedFacts['totals'] => [
  ['Subtotal', dollars(amounts.list)],
  ...(amounts.discount > 0n ? [['Descuentos', `−${dollars(amounts.discount)}`] as const] : []),
  ...(invoice.docType === '03' ? [['Base gravada', dollars(amounts.taxable)] as const] : []),
  ...(invoice.docType === '11'
    ? []
    : [[invoice.docType === '03' ? 'IVA 13 %' : 'IVA 13 % incluido', dollars(amounts.vat)] as const]),
  ...(amounts.withheld > 0n ? [['IVA retenido 1 %', `−${dollars(amounts.withheld)}`] as const] : []),
]

export const printedFacts = (record: FiscalRecord, issuer: Issuer): PrintedFacts => {
  const { invoice, amounts } = record
  const date = localDate(record.registeredAt)
  return {
    issuer,
    title: TITLES[invoice.docType],
    cancelled: record.state === 'cancelled',
    identity: [
      ['Código de generación', record.generationCode],
      ['Número de control', record.controlNumber],
      ['Sello de recepción', record.receptionStamp || 'TRANSMISIÓN POR CONTINGENCIA'],
    ],
    when: `${date.split('-').reverse().join('/')}  ${localTime(record.registeredAt)}`,
    buyer: buyerOf(record),
    lines: linesOf(record),
    totals: totalsOf(record),
    due: dollars(amounts.due),
    inWords: amountInWords(amounts.due),
    payment: `${CONDITIONS[invoice.condition]} · ${PAYMENT_METHODS[invoice.paymentMethod]}`,
    consultationUrl: `https://admin.factura.gob.sv/consultaPublica?ambiente=00&codGen=${record.generationCode}&fechaEmi=${date}`,
    postedAt: new Date(record.registeredAt),
  }
}
