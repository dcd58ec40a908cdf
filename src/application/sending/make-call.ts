import { reach } from '#failpoint'
import type { ApiAnswer, FiscalApi } from '../ports/fiscal-api.ts'
import type { Claim, Stores } from '../ports/stores.ts'
import { callOf } from './step-calls.ts'

type Dependencies = { readonly stores: Pick<Stores, 'documents'>; readonly api: FiscalApi }

/** The one call that a claimed entry asks for: post its frozen bytes, ask for its status, cancel it, or ask whether it is. To be made outside any transaction. */
export const makeCall =
  ({ stores, api }: Dependencies) =>
  async (claim: Claim): Promise<ApiAnswer> => {
    const { asked, body } = stores.documents.toCall(claim.externalRef)
    reach('call_before_sending')
    const calls = {
      post: () => api.post(body, asked),
      status: () => api.status(asked),
      cancel: () => api.cancel(asked),
      cancel_status: () => api.cancelStatus(asked),
    }
    const answer = await calls[callOf(claim)]()
    reach('call_after_answer')
    return answer
  }
