import { foldText } from '../product/product.ts'

/** What somebody does for a living, as the tax authority numbers it. Source: CAT-019 through the Ocote API contract, §2. */
export type Activity = { readonly code: string; readonly description: string }

/** A municipality's code holds its department's: "1124". Source: Ocote API contract, §2 (CAT-012, CAT-013). */
export type CodedName = { readonly code: string; readonly name: string }

export type Department = CodedName & { readonly municipalities: readonly CodedName[] }

/** Where a customer is: a municipality, or a district of one, which the API knows by a UUID. Source: Ocote API contract, §2 (CAT-008). */
export type Place =
  | ({ readonly kind: 'municipality'; readonly department: CodedName } & CodedName)
  | {
      readonly kind: 'district'
      readonly id: string
      readonly name: string
      readonly municipality: CodedName
      readonly department: CodedName
    }

/** "Mejicanos, San Salvador Centro, San Salvador", from the smallest to the largest; what is called like one before it is not said again. */
export const placeLabel = (place: Place): string => {
  const names = [
    place.name,
    ...(place.kind === 'district' ? [place.municipality.name] : []),
    place.department.name,
  ] as const
  const folded = names.map(foldText)
  return names.filter((_, index) => folded.indexOf(folded[index] ?? '') === index).join(', ')
}
