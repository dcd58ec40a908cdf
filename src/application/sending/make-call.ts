import type { ApiAnswer, FiscalApi } from '../ports/fiscal-api.ts'
import type { Claim, Stores } from '../ports/stores.ts'

type Dependencies = { readonly stores: Pick<Stores, 'documents'>; readonly api: FiscalApi }

/** The one call that a claimed entry asks for: post its frozen bytes, or ask for its status. To be made outside any transaction. */
export const makeCall =
  ({ stores, api }: Dependencies) =>
  (claim: Claim): Promise<ApiAnswer> => {
    const document = stores.documents.find(claim.externalRef)
    if (!document) throw new Error(`claimed entry without a document: ${claim.externalRef}`)
    return claim.step === 'send'
      ? api.post(stores.documents.request(claim.externalRef, document.revision).body, document)
      : api.status(document)
  }
