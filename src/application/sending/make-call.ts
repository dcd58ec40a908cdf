import { reach } from '#failpoint'
import type { ApiAnswer, FiscalApi } from '../ports/fiscal-api.ts'
import type { Attempt, Claim, Stores } from '../ports/stores.ts'

type Dependencies = { readonly stores: Pick<Stores, 'documents'>; readonly api: FiscalApi }

/** What a claimed entry asks for. */
export const callOf = ({ step }: Pick<Claim, 'step'>): Attempt['call'] =>
  step === 'send' ? 'post' : step === 'cancel' ? 'cancel' : 'status'

/** The one call that a claimed entry asks for: post its frozen bytes, ask for its status, or cancel it. To be made outside any transaction. */
export const makeCall =
  ({ stores, api }: Dependencies) =>
  async (claim: Claim): Promise<ApiAnswer> => {
    const { asked, body } = stores.documents.toCall(claim.externalRef)
    reach('call_before_sending')
    const call = callOf(claim)
    const answer = await (call === 'post'
      ? api.post(body, asked)
      : call === 'cancel'
        ? api.cancel(asked)
        : api.status(asked))
    reach('call_after_answer')
    return answer
  }
