import type { TaxCatalogsState } from '#contract/tax-catalogs.ts'
import { refusal } from '#domain/result/refusal.ts'
import { fail, ok } from '#domain/result/result.ts'
import type { Parts } from '../assemble-parts.ts'
import type { CatalogRefresher } from '../catalog-refresher.ts'
import type { LineState } from '../line-to-api.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

type Needs = Pick<Parts, 'taxCatalogs' | 'api' | 'line'> & { readonly catalogRefresher: CatalogRefresher }

/** States of the line in which nobody would be asked for long. */
const HELD: { readonly [State in LineState]?: string } = {
  offline: 'api_unreachable',
  key_refused: 'key_refused',
}

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
      const held = api.hasKey() ? HELD[line.state()] : 'no_key'
      if (held !== undefined) return mutable(fail(refusal(held)))
      catalogRefresher.refresh()
      return ok(state())
    }),
  }
}
