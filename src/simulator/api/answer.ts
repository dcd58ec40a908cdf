import { DOCUMENT_TYPES, type FileType } from '../document/document-types.ts'
import { jsonNumber } from '../money/exact-decimal.ts'
import type { DocumentState, FiscalRecord } from '../registry/fiscal-record.ts'

/** The flags by state, as the contract's table has them. A cancelled document keeps those of its stamp. Source: Ocote API contract, §4. */
const FLAGS: { readonly [K in DocumentState]: Readonly<Record<string, boolean>> } = {
  stamped: { success: true, dte_success: true, contingency: false, rejected: false, posted: true },
  contingency: { success: true, dte_success: false, contingency: true, rejected: false, posted: true },
  rejected: { success: false, dte_success: false, contingency: false, rejected: true, posted: false },
  cancelled: { success: true, dte_success: true, contingency: false, rejected: false, posted: true },
}

const DTE_STATES: { readonly [K in DocumentState]: string } = {
  stamped: 'PROCESADO',
  contingency: '',
  rejected: 'RECHAZADO',
  cancelled: 'PROCESADO',
}

type Particulars = {
  /** The API's address, without a slash at its end. */
  readonly baseUrl: string
  readonly isDuplicate: boolean
  /** A deliberate error in the amounts, 0 for none. */
  readonly alteredCents?: number
  readonly externalRef?: string | null
}

const cents = (amount: bigint): number => jsonNumber(amount, 2)

/**
 * The answer to an issue or a status request. Assumptions: `posted` is false for a rejected document, an URL is empty
 * where there is no file; `amount_withheld`, `amount_due` and `cancelled` are fields of ours, and so are `related_document_id`
 * and `related_control_number`, a note's CCF. An automatic note answers with an empty ref.
 */
export const answerOf = (
  record: FiscalRecord,
  { baseUrl, isDuplicate, alteredCents = 0, externalRef = null }: Particulars,
): Readonly<Record<string, unknown>> => {
  const { state, verdict, amounts, content } = record
  const altered = BigInt(alteredCents)
  const exists = state !== 'rejected'
  const url = (type: FileType, when: boolean): string =>
    when && DOCUMENT_TYPES[content.docType].files.includes(type)
      ? `${baseUrl}/file/${record.documentId}?type=${type}`
      : ''
  return {
    ...FLAGS[state],
    is_duplicate: isDuplicate,
    document_id: record.documentId,
    external_ref: externalRef ?? record.externalRef,
    control_number: record.controlNumber,
    generation_code: record.generationCode,
    reception_stamp: record.receptionStamp,
    dte_state: DTE_STATES[state],
    dte_message: verdict?.message ?? '',
    observaciones: verdict?.observations ?? [],
    codigo_msg: verdict?.code ?? '',
    amount_taxable: cents(amounts.taxable + altered),
    amount_vat: cents(amounts.vat),
    amount_gross: cents(amounts.gross + altered),
    amount_withheld: cents(amounts.withheld),
    amount_due: cents(amounts.due + altered),
    cancelled: state === 'cancelled',
    ...(content.related && {
      related_document_id: content.related.documentId,
      related_control_number: content.related.controlNumber,
    }),
    ticket_url: url('ticket', exists),
    invoice_url: url('invoice', exists),
    json_url: url('json', exists && state !== 'contingency'),
  }
}
