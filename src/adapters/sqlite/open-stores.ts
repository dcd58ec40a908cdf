import type { Stores } from '#application/ports/stores.ts'
import { sqliteDocuments } from './documents.ts'
import { sqliteFiles } from './files.ts'
import { sqliteHeldSales } from './held-sales.ts'
import { sqliteJournal } from './journal.ts'
import type { Connection } from './open-database.ts'
import { sqliteOutbox } from './outbox.ts'
import { sqlitePrintJobs } from './print-jobs.ts'
import { sqliteSales } from './sales.ts'

export const openStores = (connection: Connection): Stores => ({
  sales: sqliteSales(connection),
  documents: sqliteDocuments(connection),
  outbox: sqliteOutbox(connection),
  files: sqliteFiles(connection),
  printJobs: sqlitePrintJobs(connection),
  heldSales: sqliteHeldSales(connection),
  journal: sqliteJournal(connection),
})
