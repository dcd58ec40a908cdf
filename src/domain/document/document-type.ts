/** CAT-002, as far as the API issues them: invoice, CCF (crédito fiscal), credit note, export invoice, purchase from an excluded subject. */
export const DOCUMENT_TYPES = ['01', '03', '05', '11', '14'] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]

/** What the counter may begin by itself; a credit note is only made of a CCF. */
export const COUNTER_TYPES = ['01', '03', '11', '14'] as const
export type CounterType = (typeof COUNTER_TYPES)[number]

export const FILE_KINDS = ['ticket', 'invoice', 'json'] as const
/** ticket: the thermal PDF · invoice: the letter PDF · json: the signed document. */
export type FileKind = (typeof FILE_KINDS)[number]

export const KEPT_KINDS = [...FILE_KINDS, 'note_invoice', 'note_json'] as const
/** What is kept of a document: its own files, and those of the credit note that the API made of it by itself. */
export type KeptKind = (typeof KEPT_KINDS)[number]

export type DocumentTraits = {
  /** Whether money comes into the drawer for it, or goes out. */
  readonly flow: 'in' | 'out'
  /** included: the prices have the 13 % in them · none: there is none, and prices are without. */
  readonly vat: 'included' | 'none'
  /** What is kept back from what is due: 1 % of VAT by a large buyer, 10 % of income tax on services that we buy. */
  readonly withheld: 'vat' | 'income' | 'none'
  /** Who must be named: nobody below the limit of the law, a taxpayer with NRC, a person with an identity document. */
  readonly party: 'anybody' | 'taxpayer' | 'identified'
  /** What is fetched by itself once it is stamped. */
  readonly files: readonly FileKind[]
}

/**
 * What differs between the types; nothing else may. Source: Ocote API contract, §2 (files: the ticket exists for 01 only) and §3 (VAT,
 * withholding, parties). Assumption: an excluded subject needs a name and a document, as MH's schema of the 14 does.
 */
export const TRAITS: Readonly<Record<DocumentType, DocumentTraits>> = {
  '01': { flow: 'in', vat: 'included', withheld: 'vat', party: 'anybody', files: ['ticket', 'json'] },
  '03': { flow: 'in', vat: 'included', withheld: 'vat', party: 'taxpayer', files: ['invoice', 'json'] },
  '05': { flow: 'out', vat: 'included', withheld: 'none', party: 'taxpayer', files: ['invoice', 'json'] },
  '11': { flow: 'in', vat: 'none', withheld: 'none', party: 'identified', files: ['invoice', 'json'] },
  '14': { flow: 'out', vat: 'none', withheld: 'income', party: 'identified', files: ['invoice', 'json'] },
}
