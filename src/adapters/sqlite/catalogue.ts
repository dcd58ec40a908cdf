import { z } from 'zod'
import type { Catalogue } from '#application/ports/catalogue.ts'
import { foldText, type Product } from '#domain/product/product.ts'
import { UNITS } from '#domain/sale/line.ts'
import { matchText } from './match-text.ts'
import type { Connection } from './open-database.ts'

const COLUMNS = 'p.code, p.name, p.category, p.unit, p.unit_price_ten_thousandths, p.tile'

/** Names that begin with what was typed come first, then the alphabet; the words come from the index, so that few rows are sorted. */
export const SEARCH = `
  SELECT ${COLUMNS} FROM product_search s JOIN product p ON p.product_id = s.rowid
   WHERE product_search MATCH :match
   ORDER BY p.folded_name NOT LIKE :start || '%', p.folded_name LIMIT 20`
const BY_CODE_START = `SELECT ${COLUMNS} FROM product p WHERE p.code >= :start AND p.code < :start || char(1114111) ORDER BY p.code LIMIT 20`
const SAVE = `
  INSERT INTO product (code, name, folded_name, category, unit, unit_price_ten_thousandths, tile, position)
  VALUES (:code, :name, :folded_name, :category, :unit, :unit_price_ten_thousandths, :tile, :position)
  ON CONFLICT (code) DO UPDATE SET name = excluded.name, folded_name = excluded.folded_name, category = excluded.category,
    unit = excluded.unit, unit_price_ten_thousandths = excluded.unit_price_ten_thousandths, tile = excluded.tile, position = excluded.position`

const MOST_HITS = 20

const row = z
  .object({
    code: z.string(),
    name: z.string(),
    category: z.string(),
    unit: z.enum(UNITS),
    unit_price_ten_thousandths: z.int(),
    tile: z.int(),
  })
  .transform(
    ({ unit_price_ten_thousandths, ...product }): Product => ({ ...product, unitPrice: unit_price_ten_thousandths }),
  )
const rows = z.array(row)

export const sqliteCatalogue = (connection: Connection): Catalogue => {
  const categories = connection.prepare('SELECT category FROM product GROUP BY category ORDER BY min(position)').pluck()
  const inCategory = connection.prepare(
    `SELECT ${COLUMNS} FROM product p WHERE p.category = ? ORDER BY p.position LIMIT 200`,
  )
  const search = connection.prepare(SEARCH)
  const byCodeStart = connection.prepare(BY_CODE_START)
  const byCode = connection.prepare(`SELECT ${COLUMNS} FROM product p WHERE p.code = ?`)
  const count = connection.prepare('SELECT count(*) FROM product').pluck()
  const save = connection.prepare(SAVE)
  return {
    categories: () => z.array(z.string()).parse(categories.all()),
    inCategory: (category) => rows.parse(inCategory.all(category)),
    search: (text) => {
      const folded = foldText(text.trim())
      if (folded.length < 2) return []
      const match = matchText(folded)
      const byName = match === '' ? [] : rows.parse(search.all({ match, start: folded.replaceAll(/[%_]/g, '') }))
      const coded = rows.parse(byCodeStart.all({ start: text.trim() }))
      const known = new Set(coded.map(({ code }) => code))
      return [...coded, ...byName.filter(({ code }) => !known.has(code))].slice(0, MOST_HITS)
    },
    find: (code) => {
      const found = byCode.get(code.trim())
      return found === undefined ? null : row.parse(found)
    },
    save: connection.transaction((products: readonly Product[]) => {
      for (const [position, { unitPrice, name, ...product }] of products.entries())
        save.run({ ...product, name, folded_name: foldText(name), unit_price_ten_thousandths: unitPrice, position })
      return products.length
    }),
    count: () => z.int().parse(count.get()),
  }
}
