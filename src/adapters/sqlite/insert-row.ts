import { z } from 'zod'
import type { Connection } from './open-database.ts'
import type { Row } from './salvage-reader.ts'

/** Inserts a row of another database of this program: what today's table has of its columns. */
export const insertRow = (connection: Connection, table: string, row: Row): void => {
  const columns = z
    .array(z.string())
    .parse(connection.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table))
    .filter((name) => name in row)
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `:${name}`).join(', ')})`
  connection.prepare(sql).run(Object.fromEntries(columns.map((name) => [name, row[name]])))
}
