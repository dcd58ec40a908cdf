import type { Cents } from '../money/decimal.ts'

/** The amounts that the API computed for a document. */
export type ReportedAmounts = {
  readonly taxable: Cents | null
  readonly vat: Cents | null
  readonly gross: Cents | null
  /** VAT or income tax kept back: what is due is so much less than the gross. */
  readonly withheld: Cents | null
}

/** What the API says of a registered document. Texts are empty where it gave none. */
export type IssuedFacts = {
  readonly documentId: string
  readonly controlNumber: string
  readonly generationCode: string
  /** Empty until the Ministry of Finance has stamped it. */
  readonly receptionStamp: string
  readonly amounts: ReportedAmounts
  readonly isDuplicate: boolean
}

/** The credit note that the API made by itself of a CCF cancelled too late: ours only by its id. Source: Ocote API contract, §2. */
export type AutomaticNote = { readonly documentId: string; readonly controlNumber: string }

/** What the tax authority or the API remarked, as it worded it. */
export type Remarks = {
  /** `codigo_msg`: "001", "096" …; empty where there was none. */
  readonly code: string
  readonly texts: readonly string[]
}
