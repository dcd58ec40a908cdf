import type { Customer } from '#domain/customer/customer.ts'
import type { CounterType, DocumentType } from '#domain/document/document-type.ts'
import type { OpenSale } from '#domain/sale/sale.ts'

/** What somebody at a till does: a sale, or something about a document that was issued before. JSON-safe, as it also goes to other processes. */
export type Deed =
  | { readonly act: 'sell'; readonly sale: OpenSale }
  | { readonly act: 'credit' | 'returnPart' | 'cancel'; readonly externalRef: string }

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

type Act = {
  readonly name: string
  /** The type that it makes or is about. */
  readonly docType: DocumentType
  readonly act: Deed['act']
}

/** Everything that brings a document to the API or back from it. A new type or act is a row here, and every fault meets it. */
export const EVERY_ACT: readonly Act[] = [
  { name: 'an invoice', docType: '01', act: 'sell' },
  { name: 'a CCF', docType: '03', act: 'sell' },
  { name: 'an export', docType: '11', act: 'sell' },
  { name: 'a purchase', docType: '14', act: 'sell' },
  { name: 'a credit note', docType: '03', act: 'credit' },
  { name: 'a partial return', docType: '01', act: 'returnPart' },
  { name: 'an invoice cancelled', docType: '01', act: 'cancel' },
  { name: 'a CCF cancelled', docType: '03', act: 'cancel' },
  { name: 'an export cancelled', docType: '11', act: 'cancel' },
  { name: 'a purchase cancelled', docType: '14', act: 'cancel' },
  { name: 'a credit note cancelled', docType: '05', act: 'cancel' },
]

const turnOf = <T>(rows: readonly T[], turn: number): T => {
  const row = rows[turn % rows.length]
  if (row === undefined) throw new Error('an empty table')
  return row
}

const SOLD = EVERY_ACT.filter(({ act }) => act === 'sell')
const CANCELLED = EVERY_ACT.filter(({ act }) => act === 'cancel')

/** Every type that is sold, in turn. */
export const soldInTurn = (turn: number): CounterType => turnOf(SOLD, turn).docType as CounterType

/** What a row of the faults' table meets: each kind of act, each in turn of all types, so that a few rows meet all of them. */
export const actsInTurn = (turn: number): readonly Act[] => [
  turnOf(SOLD, turn),
  turnOf(SOLD, turn + 1),
  ...EVERY_ACT.filter(({ act }) => act === 'credit' || act === 'returnPart'),
  turnOf(CANCELLED, turn),
  turnOf(SOLD, turn + 2),
]
