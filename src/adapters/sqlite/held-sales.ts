import { z } from 'zod'
import type { HeldSale, HeldSales } from '#application/ports/stores.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import type { Connection } from './open-database.ts'

/** The JSON of an open sale is this program's own: it was checked on its way in. */
const row = z.object({ held_id: z.int(), held_at: z.int(), sale: z.string() }).transform(
  ({ held_id, held_at, sale }): HeldSale => ({
    heldId: held_id,
    heldAt: held_at,
    sale: JSON.parse(sale) as OpenSale,
  }),
)

export const sqliteHeldSales = (connection: Connection): HeldSales => {
  const insert = connection.prepare('INSERT INTO held_sale (held_at, sale) VALUES (?, ?) RETURNING *')
  const list = connection.prepare('SELECT * FROM held_sale ORDER BY held_id')
  const take = connection.prepare('DELETE FROM held_sale WHERE held_id = ? RETURNING *')
  return {
    insert: (sale, now) => row.parse(insert.get(now, JSON.stringify(sale))),
    list: () => z.array(row).parse(list.all()),
    take: (heldId) => {
      const found = take.get(heldId)
      return found === undefined ? null : row.parse(found)
    },
  }
}
