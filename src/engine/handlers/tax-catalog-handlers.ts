import type { TaxCatalogsState } from '#contract/tax-catalogs.ts'
import { fail, ok } from '#domain/result/result.ts'
import { lineRefusal } from '../asking-refusal.ts'
import type { Parts } from '../assemble-parts.ts'
import type { CatalogRefresher } from '../catalog-refresher.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

type Needs = Pick<Parts, 'taxCatalogs' | 'api' | 'line'> & { readonly catalogRefresher: CatalogRefresher }

export const taxCatalogHandlers = ({ taxCatalogs, catalogRefresher, api, line }: Needs) => {
  const state = (): TaxCatalogsState => {
    const { activities, municipalities, districts } = taxCatalogs.counts()
    const refreshedAt = taxCatalogs.refreshedAt()
    return {
      refreshedAt,
      isRefreshing: catalogRefresher.isRefreshing(),
      activities,
      places: municipalities + districts,
      trouble: refreshedAt === null ? catalogRefresher.trouble() : null,
    }
  }
  return {
    activities: implementer.taxCatalogs.activities.handler(({ input }) =>
      mutable(taxCatalogs.searchActivities(input.text)),
    ),
    places: implementer.taxCatalogs.places.handler(({ input }) => mutable(taxCatalogs.searchPlaces(input.text))),
    state: implementer.taxCatalogs.state.handler(state),
    refresh: implementer.taxCatalogs.refresh.handler(() => {
      const refused = lineRefusal({ api, line })
      if (refused) return mutable(fail(refused))
      catalogRefresher.refresh()
      return ok(state())
    }),
  }
}
