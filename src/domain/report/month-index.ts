import type { LocalDate } from '../clock/local-time.ts'
import type { DocumentState } from '../document/document-state.ts'
import type { KeptKind } from '../document/document-type.ts'
import type { FiscalDocument } from '../document/fiscal-document.ts'
import type { AutomaticNote } from '../document/issued-facts.ts'
import { type Cents, decimalText } from '../money/decimal.ts'
import { type Cell, csvLine } from './csv-line.ts'

/** A file of a document as it stands in the archive: its name there, and its SHA-256. */
export type IndexedFile = { readonly name: string; readonly sha256: string }

export type Enclosed = {
  /** The day that the document counts for. */
  readonly date: LocalDate
  readonly files: readonly IndexedFile[]
  /** What should be there and is not here yet. */
  readonly missing: readonly KeptKind[]
}

const COLUMNS = [
  'Fecha',
  'Tipo',
  'Referencia',
  'Número de control',
  'Código de generación',
  'Sello de recepción',
  'Estado',
  'Cliente',
  'NIT o DUI',
  'NRC',
  'Neto',
  'IVA',
  'Total',
  'Retenido',
  'Documento de origen',
  'Archivos',
  'SHA-256',
  'Faltantes',
] as const

export const MONTH_HEADER = csvLine(COLUMNS)

const STATES: Readonly<Partial<Record<DocumentState, string>>> = {
  stamped: 'Emitido',
  contingency: 'En contingencia',
  cancelling: 'Anulándose',
  cancelled: 'Anulado',
}

const SEPARATOR = ' | '

const amount = (cents: Cents): string => decimalText(cents, 2, 2)

const enclosedCells = ({ files, missing }: Enclosed): readonly Cell[] => [
  files.map(({ name }) => name).join(SEPARATOR),
  files.map(({ sha256 }) => sha256).join(SEPARATOR),
  missing.join(SEPARATOR),
]

/** Net, VAT and total: the API's own; `reckonedVat` stands in where it told none. */
const amountCells = ({ facts, total: ours }: FiscalDocument, reckonedVat: Cents): readonly Cell[] => {
  const total = facts?.amounts.gross ?? ours
  const vat = facts?.amounts.vat ?? reckonedVat
  return [amount(facts?.amounts.taxable ?? total - vat), amount(vat), amount(total)]
}

/** One document of the month. */
export const monthLine = (document: FiscalDocument, reckonedVat: Cents, enclosed: Enclosed): string => {
  const { facts, customer } = document
  return csvLine([
    enclosed.date,
    document.docType,
    document.externalRef,
    facts?.controlNumber ?? null,
    facts?.generationCode ?? null,
    facts?.receptionStamp ?? null,
    document.automaticNote ? 'Con nota de crédito del servicio' : (STATES[document.state] ?? document.state),
    customer?.name ?? null,
    customer?.taxpayer?.nit ?? customer?.document?.number ?? null,
    customer?.taxpayer?.nrc ?? null,
    ...amountCells(document, reckonedVat),
    amount(facts?.amounts.withheld ?? document.withheld),
    document.origin?.externalRef ?? null,
    ...enclosedCells(enclosed),
  ])
}

/** A credit note that the API made of a CCF by itself, over all of it: no other note stood when it was cancelled. */
export const noteLine = (
  document: FiscalDocument,
  note: AutomaticNote,
  reckonedVat: Cents,
  enclosed: Enclosed,
): string => {
  const { customer } = document
  return csvLine([
    enclosed.date,
    '05',
    null,
    note.controlNumber,
    null,
    null,
    'Nota del servicio',
    customer?.name ?? null,
    customer?.taxpayer?.nit ?? customer?.document?.number ?? null,
    customer?.taxpayer?.nrc ?? null,
    ...amountCells(document, reckonedVat),
    null,
    document.externalRef,
    ...enclosedCells(enclosed),
  ])
}
