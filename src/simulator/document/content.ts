import type { Decimal } from '../money/exact-decimal.ts'
import type { DocType } from './document-types.ts'

export type Line = {
  readonly description: string
  readonly quantity: Decimal
  /** Dollars; contains the VAT where the type has one. */
  readonly unitPrice: Decimal
  readonly discountPercentage: Decimal
  /** Only in a 14, where income tax is withheld from services. */
  readonly isService: boolean
}

/** Who buys, or who sells in a 14. */
export type Party = {
  readonly name: string | null
  readonly nit: string | null
  readonly nrc: string | null
  /** 1 small, 2 medium, 3 large, 4 government. */
  readonly typeContributor: number | null
  readonly documentType: string | null
  readonly documentNumber: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly activityCode: string | null
  readonly district: string | null
  readonly department: string | null
  readonly municipality: string | null
}

/** The CCF that a note takes from. */
export type Related = {
  readonly documentId: string
  readonly externalRef: string
  readonly controlNumber: string
  readonly generationCode: string
  /** Its posting day, YYYY-MM-DD. */
  readonly date: string
  /** The cents that were left of it, where the note takes them all; null where its own lines say how much. */
  readonly remainder: bigint | null
}

/** What a document says, in this program's terms. Source: Ocote API contract, §2 and §3. */
export type Content = {
  readonly docType: DocType
  readonly externalRef: string
  readonly lines: readonly Line[]
  readonly party: Party | null
  readonly customerName: string | null
  readonly paymentMethod: string
  readonly condition: number
  readonly deadline: number | null
  readonly period: number | null
  /** In a 05 and nowhere else. */
  readonly related: Related | null
}

/** The other party's name as it is printed. */
export const partyName = ({ party, customerName }: Content): string => party?.name ?? customerName ?? 'Consumidor Final'
