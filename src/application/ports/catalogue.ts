import type { Product } from '#domain/product/product.ts'

/** The shop's products. */
export type Catalogue = {
  categories(): readonly string[]
  /** In the shop's order, at most 200. */
  inCategory(category: string): readonly Product[]
  /** By words of the name or the beginning of the code, accents ignored; fewer than two characters find nothing; at most 20. */
  search(text: string): readonly Product[]
  find(code: string): Product | null
  /** Adds new codes and replaces known ones; says how many there were. */
  save(products: readonly Product[]): number
  count(): number
}
