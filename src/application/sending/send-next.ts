import type { ApiAnswer, FiscalApi } from '../ports/fiscal-api.ts'
import type { Claim, Stores } from '../ports/stores.ts'
import type { Clock } from '../ports/system.ts'
import type { Settled } from './settle-try.ts'

type Dependencies = {
  readonly stores: Pick<Stores, 'documents' | 'outbox'>
  readonly clock: Clock
  readonly api: FiscalApi
  readonly settle: (claim: Claim, answer: ApiAnswer) => Settled
}

const ask = ({ stores, api }: Dependencies, claim: Claim): Promise<ApiAnswer> => {
  const document = stores.documents.find(claim.externalRef)
  if (!document) throw new Error(`claimed entry without a document: ${claim.externalRef}`)
  return claim.step === 'send'
    ? api.post(stores.documents.request(claim.externalRef, document.revision).body, document)
    : api.status(document)
}

/**
 * One try of the next due document: claimed in one transaction, called outside any, settled in another. Null where nothing is due.
 * `claimed` is told before the call.
 */
export const sendNext =
  (dependencies: Dependencies) =>
  (claimed: (claim: Claim) => void): Promise<Settled> | null => {
    const claim = dependencies.stores.outbox.claimNext(dependencies.clock.now())
    if (claim === null) return null
    claimed(claim)
    return ask(dependencies, claim).then((answer) => dependencies.settle(claim, answer))
  }
