import { z } from 'zod'
import { parseDecimal } from '#domain/money/decimal.ts'
import type { Product } from '#domain/product/product.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'
import { UNITS } from '#domain/sale/line.ts'

const TILES = 8

const entry = z.object({
  code: z.string().trim().min(1).max(60),
  name: z.string().trim().min(1).max(200),
  category: z.string().trim().min(1).max(60),
  unit: z.enum(UNITS).default('unit'),
  /** Dollars with VAT, as a number or as text, at most four decimals. */
  price: z
    .union([z.number(), z.string()])
    .transform((value) => parseDecimal(String(value), 4))
    .refine((price) => price !== null && price > 0, 'debe ser mayor que cero, con cuatro decimales a lo sumo'),
})

/** Reads a catalogue: a JSON list of `{code, name, category, unit?, price}`. Every category gets a tile colour of its own, in turn. */
export const readCatalogue = (text: string): Result<readonly Product[], string> => {
  let list: unknown
  try {
    list = JSON.parse(text)
  } catch {
    return fail('no es JSON')
  }
  const parsed = z.array(entry).safeParse(list)
  if (!parsed.success)
    return fail(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
  const seen = new Set<string>()
  const twice = parsed.data.find(({ code }) => seen.size === seen.add(code).size)
  if (twice !== undefined) return fail(`el código ${twice.code} está repetido`)
  const categories = [...new Set(parsed.data.map(({ category }) => category))]
  return ok(
    parsed.data.map(({ code, name, category, unit, price }) => ({
      code,
      name,
      category,
      unit,
      unitPrice: price ?? 0,
      tile: categories.indexOf(category) % TILES,
    })),
  )
}
