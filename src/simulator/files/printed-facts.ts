import { IDENTITY_DOCUMENTS } from '../catalogs/identity-documents.ts'
import { PAYMENT_METHODS } from '../catalogs/payment-methods.ts'
import { partyName } from '../document/content.ts'
import { DOCUMENT_TYPES, type DocType } from '../document/document-types.ts'
import type { Issuer } from '../issuer.ts'
import { localDate, localTime } from '../local-time.ts'
import { amountInWords } from '../money/amount-in-words.ts'
import { type Amounts, ITEM_SCALE } from '../money/amounts.ts'
import { centsText, divideHalfUp, plainText } from '../money/exact-decimal.ts'
import type { FiscalRecord } from '../registry/fiscal-record.ts'

type Facts = readonly (readonly [label: string, value: string])[]

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
  readonly identity: Facts
  readonly when: string
  readonly buyer: Facts
  readonly lines: readonly PrintedLine[]
  readonly totals: Facts
  readonly due: string
  readonly inWords: string
  readonly payment: string
  readonly consultationUrl: string
  readonly postedAt: Date
}

export const TRAINING_NOTE = 'ENTRENAMIENTO – DOCUMENTO SIN VALIDEZ FISCAL'

const CONDITIONS = ['', 'Contado', 'A crédito', 'Otro']

/** YYYY-MM-DD as it is printed: DD/MM/YYYY. */
const dayOf = (date: string): string => date.split('-').reverse().join('/')

const dollars = (cents: bigint): string => {
  const [whole = '', fraction = ''] = centsText(cents).split('.')
  return `$${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${fraction}`
}

const linesOf = ({ content, amounts }: FiscalRecord): readonly PrintedLine[] =>
  content.lines.map((line, index) => ({
    quantity: plainText(line.quantity),
    description: line.description,
    unitPrice: `$${plainText(line.unitPrice, 2)}`,
    discount: line.discountPercentage.digits === 0n ? '' : `${plainText(line.discountPercentage)} %`,
    amount: dollars(divideHalfUp(amounts.lines[index]?.amount ?? 0n, 10n ** BigInt(ITEM_SCALE - 2))),
  }))

const partyOf = ({ content }: FiscalRecord): Facts => {
  const { party, docType } = content
  const document = party?.documentType && party.documentNumber
  return [
    [DOCUMENT_TYPES[docType].partySection === 'sujetoExcluido' ? 'Sujeto excluido' : 'Cliente', partyName(content)],
    ...(document ? [[IDENTITY_DOCUMENTS[party.documentType ?? ''] ?? 'Documento', document] as const] : []),
    ...(party?.nit ? [['NIT', party.nit] as const] : []),
    ...(party?.nrc ? [['NRC', party.nrc] as const] : []),
    ...(party?.address ? [['Dirección', party.address] as const] : []),
  ]
}

const relatedOf = ({ content: { related } }: FiscalRecord): Facts =>
  related === null
    ? []
    : [
        ['CCF relacionado', `${related.controlNumber} del ${dayOf(related.date)}`],
        ['Código del CCF', related.generationCode],
      ]

const vatOf = (docType: DocType, { taxable, vat }: Amounts): Facts => {
  switch (DOCUMENT_TYPES[docType].vat) {
    case 'contained':
      return [['IVA 13 % incluido', dollars(vat)]]
    case 'beside':
      return [
        ['Base gravada', dollars(taxable)],
        ['IVA 13 %', dollars(vat)],
      ]
    case 'none':
      return []
  }
}

const WITHHELD = { vat: 'IVA retenido 1 %', income_tax: 'Retención de renta 10 %', nothing: '' }

const totalsOf = ({ content: { docType }, amounts }: FiscalRecord): Facts => [
  ['Subtotal', dollars(amounts.list)],
  ...(amounts.discount > 0n ? [['Descuentos', `−${dollars(amounts.discount)}`] as const] : []),
  ...vatOf(docType, amounts),
  ...(amounts.withheld > 0n
    ? [[WITHHELD[DOCUMENT_TYPES[docType].withheld], `−${dollars(amounts.withheld)}`] as const]
    : []),
]

export const printedFacts = (record: FiscalRecord, issuer: Issuer): PrintedFacts => {
  const { content, amounts } = record
  const date = localDate(record.registeredAt)
  return {
    issuer,
    title: DOCUMENT_TYPES[content.docType].title,
    cancelled: record.state === 'cancelled',
    identity: [
      ['Código de generación', record.generationCode],
      ['Número de control', record.controlNumber],
      ['Sello de recepción', record.receptionStamp || 'TRANSMISIÓN POR CONTINGENCIA'],
      ...relatedOf(record),
    ],
    when: `${dayOf(date)}  ${localTime(record.registeredAt)}`,
    buyer: partyOf(record),
    lines: linesOf(record),
    totals: totalsOf(record),
    due: dollars(amounts.due),
    inWords: amountInWords(amounts.due),
    payment: [CONDITIONS[content.condition], ...(content.related ? [] : [PAYMENT_METHODS[content.paymentMethod]])].join(
      ' · ',
    ),
    consultationUrl: `https://admin.factura.gob.sv/consultaPublica?ambiente=${record.environment}&codGen=${record.generationCode}&fechaEmi=${date}`,
    postedAt: new Date(record.registeredAt),
  }
}
