import type { RateBudget } from '#domain/outbox/rate-budget.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import type { CatalogKind, CatalogRows, FiscalApi } from '../ports/fiscal-api.ts'
import type { Found } from './crawl.ts'

export type CatalogTrouble = Refusal<'key_refused' | 'api_unreachable' | 'catalogs_refresh_stopped'>

export type Patience = {
  /**
   * Resolves once the next call may go out, no sooner than `afterMs` from now; false where none is to be made any more. The budget is what the
   * last answer told, or null.
   */
  readonly mayCall: (afterMs: number, budget: RateBudget | null) => Promise<boolean>
  /** Calls in a row that may bring nothing before it is given up; at least 1. */
  readonly tries: number
}

export type AskCatalog = <Kind extends CatalogKind>(
  kind: Kind,
  search: string,
) => Promise<Result<Found<CatalogRows[Kind]>, CatalogTrouble>>

const RETRY_MS = 5_000
/** Whoever is told to wait so often in a row has no budget to share in. */
const MOST_THROTTLES = 10

/** A search that is repeated where the line or the rate limit is to blame; a 429 is waited out exactly as long as it says and costs no try. */
export const askPatiently = (api: Pick<FiscalApi, 'catalog'>, { mayCall, tries }: Patience): AskCatalog => {
  let budget: RateBudget | null = null
  return async (kind, search) => {
    let waitMs = 0
    let failures = 0
    let throttles = 0
    while (await mayCall(waitMs, budget)) {
      const answer = await api.catalog(kind, search)
      budget = answer.budget
      const { result } = answer
      switch (result.kind) {
        case 'rows':
          return ok(result)
        case 'locked_out':
          return fail(refusal('key_refused', undefined, { detail: result.detail }))
        case 'throttled':
          waitMs = result.retryAfterMs
          throttles += 1
          if (throttles >= MOST_THROTTLES) return fail(refusal('api_unreachable', undefined, { detail: 'http_429' }))
          break
        default:
          waitMs = RETRY_MS * 2 ** failures
          failures += 1
          if (failures >= tries) return fail(refusal('api_unreachable', undefined, { detail: result.detail }))
      }
    }
    return fail(refusal('catalogs_refresh_stopped'))
  }
}
