import type { FileKind, KeptKind } from '#domain/document/document-type.ts'
import { NOTE_FILES } from '#domain/document/files-due.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import type { FileAnswer, FileRequest, SignedFacts } from '../ports/fiscal-api.ts'

/** By what the API knows each. */
const ASKED_AS: Readonly<Record<KeptKind, FileKind>> = {
  ticket: 'ticket',
  invoice: 'invoice',
  json: 'json',
  note_invoice: 'invoice',
  note_json: 'json',
}

/** What to ask the API for: a note that it made by itself is known by its id alone. */
export const requestOf = ({ externalRef, automaticNote }: FiscalDocument, kind: KeptKind): FileRequest => {
  if (!NOTE_FILES.includes(kind)) return { idOrRef: externalRef, kind: ASKED_AS[kind] }
  if (!automaticNote?.documentId) throw new Error(`file wanted of a note that has no id: ${externalRef}`)
  return { idOrRef: automaticNote.documentId, kind: ASKED_AS[kind] }
}

const sameCode = (one: string | null, other: string): boolean =>
  one === null || other === '' || one.toUpperCase() === other.toUpperCase()

/** Whether a PDF can be opened. */
export type Opens = (pdf: Uint8Array) => Promise<boolean>

/** Which field of a signed document belongs to another one than this, or null: such a file is not kept. What it does not say compares as the same. */
const foreignField = (document: FiscalDocument, kind: KeptKind, signed: SignedFacts): string | null => {
  const known =
    kind === 'note_json'
      ? { generationCode: '', controlNumber: document.automaticNote?.controlNumber ?? '' }
      : { generationCode: document.facts?.generationCode ?? '', controlNumber: document.facts?.controlNumber ?? '' }
  if (!sameCode(signed.generationCode, known.generationCode)) return 'generation_code'
  return sameCode(signed.controlNumber, known.controlNumber) ? null : 'control_number'
}

/** What was fetched, or why it is not kept. */
export const checkFile = async (
  opens: Opens,
  document: FiscalDocument,
  kind: KeptKind,
  result: FileAnswer['result'],
): Promise<FileAnswer['result']> => {
  if (result.kind !== 'file') return result
  if (ASKED_AS[kind] !== 'json')
    return (await opens(result.bytes)) ? result : { kind: 'not_available', detail: 'pdf_not_readable' }
  if (result.signed === null) return { kind: 'not_available', detail: 'no_signed_document' }
  const foreign = foreignField(document, kind, result.signed)
  return foreign ? { kind: 'not_available', detail: `json_of_another_document: ${foreign}` } : result
}

/** The document as its signed JSON leaves it: its day, what was withheld, and whether it comes to what we reckoned. */
export const signedInto = (document: FiscalDocument, signed: SignedFacts): FiscalDocument => {
  const { facts } = document
  return {
    ...document,
    environment: signed.environment ?? document.environment,
    fiscalDate: signed.fiscalDate ?? document.fiscalDate,
    facts: facts && {
      ...facts,
      amounts: { ...facts.amounts, withheld: facts.amounts.withheld ?? signed.withheld },
    },
    amountsDiffer: document.amountsDiffer || (signed.total !== null && signed.total !== document.total),
  }
}
