import type { Instant } from '#domain/clock/local-time.ts'
import type { Activity, Department, Place } from '#domain/customer/tax-catalogs.ts'

export type TaxCatalogContents = {
  readonly activities: readonly Activity[]
  readonly departments: readonly Department[]
  readonly districts: readonly Extract<Place, { kind: 'district' }>[]
}

export type TaxCatalogCounts = {
  readonly activities: number
  readonly municipalities: number
  readonly districts: number
}

/** The tax authority's catalogues as they are kept here, whether there is a line to the API or not. */
export type TaxCatalogs = {
  /** By words of the description or the beginning of the code, accents ignored; fewer than two characters find nothing; at most 20. */
  searchActivities(text: string): readonly Activity[]
  activity(code: string): Activity | null
  /** By words of its name, its municipality's or its department's, accents ignored; fewer than two characters find nothing; at most 20. */
  searchPlaces(text: string): readonly Place[]
  /** By a district's UUID, in either case, or a municipality's code. */
  place(key: string): Place | null
  counts(): TaxCatalogCounts
  /** When they were last replaced; null where there are none. */
  refreshedAt(): Instant | null
  /** Puts these in the place of what there is: all of it, or none where it throws. A key that is there twice counts once. */
  replace(contents: TaxCatalogContents, at: Instant): void
}
