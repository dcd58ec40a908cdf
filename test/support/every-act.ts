import type { Customer } from '#domain/customer/customer.ts'
import type { CounterType, DocumentType } from '#domain/document/document-type.ts'
import type { OpenSale } from '#domain/sale/sale.ts'

/** What somebody at a till does: a sale, or something about a document that was issued before. JSON-safe, as it also goes to other processes. */
export type Deed =
  | { readonly act: 'sell'; readonly sale: OpenSale }
  | { readonly act: 'credit' | 'creditWhole' | 'returnPart' | 'cancel'; readonly externalRef: string }

/** Sold to somebody whom no type leaves unnamed: large enough to withhold, with an identity document too. */
export const NAMED: Customer = {
  name: 'Ferretería Ñandú, S.A. de C.V.',
  document: { type: '13', number: '01234567-8' },
  email: null,
  phone: null,
  taxpayer: { nit: '06141503851010', nrc: '123456', contributor: 3 },
}

/** These lines as a document of this type. What is bought is half of it services. */
export const asType = (docType: CounterType, { lines }: OpenSale): OpenSale => ({
  docType,
  customer: docType === '01' ? null : NAMED,
  lines: docType === '14' ? lines.map((line, index) => (index % 2 === 0 ? { ...line, isService: true } : line)) : lines,
})

export type Act = { readonly name: string } & (
  | { readonly act: 'sell'; readonly docType: CounterType }
  | {
      readonly act: Exclude<Deed['act'], 'sell'>
      /** The type that it is about. */
      readonly docType: DocumentType
      /** So many days after that was issued; the same day unless told. */
      readonly daysAfter?: number
    }
)

/**
 * Everything that brings a document to the API or back from it. A new type or act is a row here: `fault/every-act` and `fault/every-act-killed` take each
 * row through lost answers, an absent network and kills; the table of all faults meets the rows in turn.
 */
export const EVERY_ACT: readonly Act[] = [
  { name: 'an invoice', docType: '01', act: 'sell' },
  { name: 'a CCF', docType: '03', act: 'sell' },
  { name: 'an export', docType: '11', act: 'sell' },
  { name: 'a purchase', docType: '14', act: 'sell' },
  { name: 'a credit note', docType: '03', act: 'credit' },
  { name: 'a credit note over all of a CCF', docType: '03', act: 'creditWhole' },
  { name: 'a partial return', docType: '01', act: 'returnPart' },
  { name: 'an invoice cancelled', docType: '01', act: 'cancel' },
  { name: 'a CCF cancelled', docType: '03', act: 'cancel' },
  { name: 'a CCF cancelled too late', docType: '03', act: 'cancel', daysAfter: 3 },
  { name: 'an export cancelled', docType: '11', act: 'cancel' },
  { name: 'a purchase cancelled', docType: '14', act: 'cancel' },
  { name: 'a credit note cancelled', docType: '05', act: 'cancel' },
]

const turnOf = <T>(rows: readonly T[], turn: number): T => {
  const row = rows[turn % rows.length]
  if (row === undefined) throw new Error('an empty table')
  return row
}

const SOLD = EVERY_ACT.filter((row) => row.act === 'sell')
const CANCELLED = EVERY_ACT.filter(({ act }) => act === 'cancel')

/** Every type that is sold, in turn. */
export const soldInTurn = (turn: number): CounterType => turnOf(SOLD, turn).docType

/** What a row of the faults' table meets: each kind of act, sales and cancellations of one type after another, so that a few rows meet all of them. */
export const actsInTurn = (turn: number): readonly Act[] => [
  turnOf(SOLD, turn),
  turnOf(SOLD, turn + 1),
  ...EVERY_ACT.filter(({ act }) => act !== 'sell' && act !== 'cancel'),
  turnOf(CANCELLED, turn),
  turnOf(SOLD, turn + 2),
]
