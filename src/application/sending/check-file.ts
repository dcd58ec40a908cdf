import type { FileKind, KeptKind } from '#domain/document/document-type.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import type { FileAnswer, FileRequest, SignedFacts } from '../ports/fiscal-api.ts'

const NOTE_KINDS: Readonly<Record<string, FileKind>> = { note_invoice: 'invoice', note_json: 'json' }

/** What to ask the API for: a note that it made by itself is known by its id alone. */
export const requestOf = (document: FiscalDocument, kind: KeptKind): FileRequest => {
  const ofNote = NOTE_KINDS[kind]
  if (ofNote && document.automaticNote) return { idOrRef: document.automaticNote.documentId, kind: ofNote }
  return { idOrRef: document.externalRef, kind: ofNote ?? (kind as FileKind) }
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
  if (requestOf(document, kind).kind !== 'json')
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
