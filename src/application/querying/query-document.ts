import type { DocumentType } from '#domain/document/document-type.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { type FiscalApi, QUERIED_AT, type QueriedAt, type QueriedDocument } from '../ports/fiscal-api.ts'
import type { Stores } from '../ports/stores.ts'
import { askedInVain } from './asked-in-vain.ts'

type Dependencies = {
  readonly api: Pick<FiscalApi, 'query' | 'queryCancelled'>
  readonly stores: Pick<Stores, 'documents'>
}

const AT: Readonly<Record<DocumentType, QueriedAt>> = {
  '01': 'invoices',
  '03': 'invoices',
  '11': 'invoices',
  '05': 'notes',
  '14': 'purchases',
}

export type FoundDocument = QueriedDocument & { readonly isOurs: boolean }

/**
 * Any document of the company at the API, by its ref or id, this till's or not. Nothing is changed, here or there: up to three questions, the
 * likeliest first, and one more where a stamped document's state leaves open whether it is cancelled, as the contract has no field for that; without an
 * answer to that one it stays open. Source: Ocote API contract, §2.
 */
export const queryDocument =
  ({ api, stores }: Dependencies) =>
  async (idOrRef: string): Promise<Result<FoundDocument, Refusal>> => {
    const isCancelled = async (at: QueriedAt, { state, cancelled }: QueriedDocument): Promise<boolean | null> => {
      if (state !== 'stamped' || cancelled !== null) return cancelled
      const { result } = await api.queryCancelled(at, idOrRef)
      return result.kind === 'told' ? result.cancelled : null
    }
    const own = stores.documents.find(idOrRef)
    const places = own ? [AT[own.docType]] : QUERIED_AT
    for (const at of places) {
      const { result } = await api.query(at, idOrRef)
      if (result.kind === 'document') {
        const { externalRef } = result.document
        const isOurs = own !== null || (externalRef !== '' && stores.documents.find(externalRef) !== null)
        return ok({ ...result.document, cancelled: await isCancelled(at, result.document), isOurs })
      }
      if (result.kind !== 'not_found') return fail(askedInVain(result))
    }
    return fail(refusal('document_not_at_service', 'id_or_ref'))
  }
