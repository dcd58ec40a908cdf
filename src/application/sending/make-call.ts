import type { ApiAnswer, FiscalApi } from '../ports/fiscal-api.ts'
import type { Claim, Stores } from '../ports/stores.ts'

type Dependencies = { readonly stores: Pick<Stores, 'documents'>; readonly api: FiscalApi }

/** The one call that a claimed entry asks for: post its frozen bytes, or ask for its status. To be made outside any transaction. */
export const makeCall =
  ({ stores, api }: Dependencies) =>
  (claim: Claim): Promise<ApiAnswer> => {
    const { asked, body } = stores.documents.toCall(claim.externalRef)
    return claim.step === 'send' ? api.post(body, asked) : api.status(asked)
  }
