import { placeLabel } from '#domain/customer/tax-catalogs.ts'
import type { Engine } from '#engine/create-engine.ts'
import type { CatalogNames } from './read-cart.ts'

/** Names as the kept catalogues have them. */
export const catalogNames = ({ taxCatalogs }: Engine): CatalogNames => ({
  activity: (code) => taxCatalogs.activity(code)?.description ?? null,
  place: (code) => {
    const place = taxCatalogs.place(code)
    return place && placeLabel(place)
  },
})
