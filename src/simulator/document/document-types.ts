import type { CancellationWindow } from './cancellation-windows.ts'

export const DOC_TYPES = ['01', '03', '05', '11', '14'] as const
/** 01 Factura, 03 CCF (comprobante de crédito fiscal), 05 credit note, 11 Factura de exportación, 14 purchase from an excluded subject. */
export type DocType = (typeof DOC_TYPES)[number]

export type FileType = 'ticket' | 'invoice' | 'json'

/** What tells one type of document from another; nothing else asks for a type by its number where a column answers. */
export type DocumentType = {
  readonly title: string
  readonly issuedAt: '/invoice' | '/suex' | '/credit-memo'
  readonly askedAt: readonly ('/status' | '/suex/status' | '/credit-memo/status')[]
  readonly cancelledAt: '/invalidate' | '/invalidate/suex'
  readonly window: CancellationWindow
  /** Whether a unit price contains the 13 % and the document does too, shows it beside the net amounts, or has none. */
  readonly vat: 'contained' | 'beside' | 'none'
  /** 1 % VAT from large buyers, 10 % income tax from services, or nothing. */
  readonly withheld: 'vat' | 'income_tax' | 'nothing'
  /** Fields of `customer` without which a request is a 400; none where the customer may be left out. */
  readonly partyNeeds: readonly string[]
  /** From how many cents on MH wants to know who buys; null for never. */
  readonly namedFrom: bigint | null
  /** Where MH's JSON has the other party. */
  readonly partySection: 'receptor' | 'sujetoExcluido'
  /** The version of MH's schema that the JSON's fields are named after. */
  readonly schemaVersion: number
  readonly files: readonly FileType[]
}

const common = {
  issuedAt: '/invoice',
  askedAt: ['/status'],
  cancelledAt: '/invalidate',
  partyNeeds: [],
  namedFrom: null,
  partySection: 'receptor',
  files: ['invoice', 'json'],
} as const

/** Source: Ocote API contract, §2, §3 and §6; the titles and sections are MH's. */
export const DOCUMENT_TYPES: { readonly [K in DocType]: DocumentType } = {
  '01': {
    ...common,
    title: 'FACTURA',
    window: 'three_months',
    vat: 'contained',
    withheld: 'vat',
    namedFrom: 2_500_000n,
    schemaVersion: 1,
    files: ['ticket', 'invoice', 'json'],
  },
  '03': {
    ...common,
    title: 'COMPROBANTE DE CRÉDITO FISCAL',
    window: 'next_day_then_note',
    vat: 'beside',
    withheld: 'vat',
    partyNeeds: ['name', 'nit', 'nrc', 'type_contributor'],
    schemaVersion: 3,
  },
  '05': {
    ...common,
    title: 'NOTA DE CRÉDITO',
    issuedAt: '/credit-memo',
    askedAt: ['/credit-memo/status', '/status'],
    window: 'next_day',
    vat: 'beside',
    withheld: 'nothing',
    schemaVersion: 3,
  },
  '11': {
    ...common,
    title: 'FACTURA DE EXPORTACIÓN',
    window: 'three_months',
    vat: 'none',
    withheld: 'nothing',
    schemaVersion: 1,
  },
  '14': {
    ...common,
    title: 'FACTURA DE SUJETO EXCLUIDO',
    issuedAt: '/suex',
    askedAt: ['/suex/status'],
    cancelledAt: '/invalidate/suex',
    window: 'three_months',
    vat: 'none',
    withheld: 'income_tax',
    partyNeeds: ['name', 'document_type', 'document_number'],
    partySection: 'sujetoExcluido',
    schemaVersion: 1,
  },
}
