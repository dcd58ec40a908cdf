import type { Content } from '../document/content.ts'
import type { CreditMemoRequest } from '../document/parse-credit-memo.ts'
import { amountsOf } from '../money/amounts.ts'
import { centsText } from '../money/exact-decimal.ts'
import type { FiscalRecord } from './fiscal-record.ts'
import { noteContent } from './note-content.ts'
import type { Registry } from './registry.ts'
import { remainderOf } from './remainder.ts'

/** Why a document cannot be issued as things stand. */
export type Refusal = { readonly status: 400 | 404 | 409; readonly detail: string }

const refused = (status: Refusal['status'], detail: string): { readonly refusal: Refusal } => ({
  refusal: { status, detail },
})

/**
 * What a credit note says, from its request and its CCF; `known` is the same note, sent before. A note is for a stamped
 * CCF and takes at most what is left of it. Source: Ocote API contract, §2.
 *
 * Assumptions: the statuses of the refusals; a note in contingency counts, one rejected or cancelled does not.
 */
export const resolveNote = (
  registry: Registry,
  companyHash: string,
  { documentId, externalRef, fullAdjustment, lines }: CreditMemoRequest,
  known: FiscalRecord | undefined,
): { readonly content: Content } | { readonly refusal: Refusal } => {
  const ccf = registry.find(companyHash, documentId)
  if (!ccf) return refused(404, 'El documento por ajustar no existe')
  if (ccf.content.docType !== '03')
    return refused(400, 'document_id: una nota de crédito solo ajusta un documento de tipo 03')
  if (ccf.state !== 'stamped')
    return refused(409, 'Solo un CCF sellado por el Ministerio de Hacienda y vigente puede ajustarse')

  const left = remainderOf(registry, ccf, known)
  const content = noteContent(ccf, { externalRef, lines, remainder: fullAdjustment ? left : null })
  const { gross } = amountsOf(content)
  if (left === 0n || gross > left)
    return refused(
      400,
      `El monto de la nota ($${centsText(fullAdjustment ? ccf.amounts.gross : gross)}) excede el saldo del CCF ($${centsText(left)})`,
    )
  return { content }
}
