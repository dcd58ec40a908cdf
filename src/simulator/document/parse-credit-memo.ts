import { amountsOf } from '../money/amounts.ts'
import type { Line } from './content.ts'
import { isJsonObject, type Problems, readFields } from './field-reader.ts'
import { parseLines } from './parse-lines.ts'

/** A credit note as it was asked for: what it says follows from its CCF too. */
export type CreditMemoRequest = {
  readonly docType: '05'
  readonly externalRef: string
  /** The CCF's id or ref. */
  readonly documentId: string
  /** All that is left of the CCF; the lines are empty then. */
  readonly fullAdjustment: boolean
  readonly lines: readonly Line[]
}

/**
 * Checks the body of a POST /credit-memo. Source: Ocote API contract, §2.
 *
 * Assumptions: `full_adjustment` is false unless given, and with it `lines` are not looked at; `external_ref` is required.
 */
export const parseCreditMemo = (
  body: unknown,
): { readonly creditMemo: CreditMemoRequest } | { readonly detail: string } => {
  if (!isJsonObject(body)) return { detail: 'El cuerpo debe ser un objeto JSON' }
  const problems: Problems = []
  const fields = readFields(body, '', problems)
  const fullAdjustment = fields.flag('full_adjustment')
  const creditMemo: CreditMemoRequest = {
    docType: '05',
    externalRef: fields.text('external_ref', { required: true, most: 100 }) ?? '',
    documentId: fields.text('document_id', { required: true, most: 100 }) ?? '',
    fullAdjustment,
    lines: fullAdjustment ? [] : parseLines(body.lines, problems),
  }
  const isNothing = (): boolean => amountsOf({ ...creditMemo, party: null }).gross === 0n
  if (problems.length === 0 && !fullAdjustment && isNothing()) problems.push('lines: el total no puede ser 0.00')
  return problems.length === 0 ? { creditMemo } : { detail: problems.join('; ') }
}
