import type { CatalogAnswer, CatalogKind, FiscalApi } from '#application/ports/fiscal-api.ts'
import type { Clock } from '#application/ports/system.ts'
import type { LineToApi } from './line-to-api.ts'

type Dependencies = {
  readonly api: Pick<FiscalApi, 'hasKey' | 'catalog'>
  readonly line: LineToApi
  readonly clock: Clock
  readonly lineChanged: () => void
}

/** Searches of the catalogues that are counted in the budget, and tell of the line what concerns every call. */
export const createCatalogCalls = ({
  api,
  line,
  clock,
  lineChanged,
}: Dependencies): Pick<FiscalApi, 'hasKey' | 'catalog'> => {
  /** An error in answer to a search is its own trouble; silence is a reason to ask the API something that it surely knows. */
  const learn = ({ result, httpStatus }: CatalogAnswer<CatalogKind>): void => {
    if (result.kind === 'rows' || (result.kind === 'unknown' && httpStatus !== null)) return
    if (result.kind === 'unknown') line.doubt()
    else line.learn({ ...result, httpStatus }, clock.now())
    lineChanged()
  }
  return {
    hasKey: api.hasKey,
    catalog: async (kind, search) => {
      line.began('leisure', clock.now())
      const answer = await api.catalog(kind, search)
      line.ended(answer.budget, clock.now())
      learn(answer)
      return answer
    },
  }
}
