import type { Hono } from 'hono'
import { searchActivities } from '../catalogs/activities.ts'
import { searchDepartments } from '../catalogs/departments.ts'
import { searchDistricts } from '../catalogs/districts.ts'
import type { ApiEnvironment } from './api-context.ts'

/** The catalogues; asking for one is also the cheapest way to try a key. Source: Ocote API contract, §2. */
export const routeCatalogs = (api: Hono<ApiEnvironment>): void => {
  const catalogs = {
    '/catalogs/activities': searchActivities,
    '/catalogs/departments': searchDepartments,
    '/catalogs/districts/search': searchDistricts,
  }
  for (const [path, search] of Object.entries(catalogs))
    api.get(path, (context) => context.json(search(context.req.query('search') ?? '')))
}
