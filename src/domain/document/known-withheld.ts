import type { Cents } from '../money/decimal.ts'
import type { DocumentType } from './document-type.ts'

/**
 * What is kept back from a document's total, as far as it is known: the API's figure once it told one, else ours. From a credit note the API
 * withholds nothing; what its CCF's buyer had withheld was never paid, and so is not given back.
 */
export const knownWithheld = (
  { docType, withheld }: { readonly docType: DocumentType; readonly withheld: Cents },
  reported: Cents | null,
): Cents => (docType === '05' ? withheld : (reported ?? withheld))
