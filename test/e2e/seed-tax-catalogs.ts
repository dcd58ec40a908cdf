import './in-story-time.ts'
import path from 'node:path'
import { openDatabase } from '#adapters/sqlite/open-database.ts'
import { sqliteTaxCatalogs } from '#adapters/sqlite/tax-catalogs.ts'
import { ACTIVITIES } from '#simulator/catalogs/activities.ts'
import { DEPARTMENTS } from '#simulator/catalogs/departments.ts'
import { DISTRICTS } from '#simulator/catalogs/districts.ts'

/** `seed-tax-catalogs.ts FOLDER`: what a till has once it has asked the service for all of its catalogues. */
const connection = openDatabase(path.join(process.argv[2] ?? '', 'till.db'))
sqliteTaxCatalogs(connection).replace(
  {
    activities: ACTIVITIES,
    departments: DEPARTMENTS,
    districts: DISTRICTS.map((district) => ({ kind: 'district', ...district })),
  },
  Date.now(),
)
connection.close()
