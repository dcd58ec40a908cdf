import './in-story-time.ts'
import path from 'node:path'
import { openDatabase } from '#adapters/sqlite/open-database.ts'
import { fillWithSales } from '../bench/fill-with-sales.ts'

/** Later than any story lasts, and no later than the till itself would wait. */
const LATER_MS = 600_000

/** `seed-many.ts FOLDER COUNT`: a shop's years of sales, nearly all stamped. */
const [folder = '', count = '0'] = process.argv.slice(2)
const connection = openDatabase(path.join(folder, 'till.db'))
fillWithSales(connection, Number(count))
connection.prepare(`UPDATE outbox SET due_at = ? WHERE state = 'due'`).run(Date.now() + LATER_MS)
connection.close()
