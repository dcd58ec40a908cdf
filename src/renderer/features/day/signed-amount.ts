import { type DocumentType, TRAITS } from '#domain/document/document-type.ts'
import type { Cents } from '#domain/money/decimal.ts'

/** An amount as the drawer sees it: below 0 for a document that money goes out for. */
export const signedAmount = (docType: DocumentType, amount: Cents): Cents =>
  TRAITS[docType].flow === 'in' ? amount : -amount
