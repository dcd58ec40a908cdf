import { backups } from './backups.ts'
import { catalog } from './catalog.ts'
import { documents } from './documents.ts'
import { printing } from './printing.ts'
import { reports } from './reports.ts'
import { rescue } from './rescue.ts'
import { sale } from './sale.ts'
import { settings } from './settings.ts'
import { taxCatalogs } from './tax-catalogs.ts'
import { till } from './till.ts'
import { training } from './training.ts'

/** Everything that a screen may ask of the engine. */
export const contract = {
  till,
  catalog,
  sale,
  documents,
  printing,
  reports,
  settings,
  training,
  backups,
  rescue,
  taxCatalogs,
}
