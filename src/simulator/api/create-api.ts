import { type Context, Hono } from 'hono'
import { type ApiContext, type ApiEnvironment, BASE_PATH } from './api-context.ts'
import { routeCancellations } from './cancellation-routes.ts'
import { routeCatalogs } from './catalog-routes.ts'
import { routeFiles } from './file-routes.ts'
import { routeIssuing } from './issuing-routes.ts'
import { CANCELLATION_ROUTES, ISSUING_ROUTES, STATUS_ROUTES } from './routes.ts'
import { routeStatus } from './status-routes.ts'

const notAllowed =
  (allow: string) =>
  (context: Context<ApiEnvironment>): Response =>
    context.json({ detail: `Método ${context.req.method} no permitido` }, 405, { Allow: allow })

/** Every route with its one method; a longer one comes before one that would take it for a ref. */
const METHODS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ISSUING_ROUTES.map((route) => [route, 'POST'])),
  ...Object.fromEntries(STATUS_ROUTES.map((route) => [`${route}/:ref`, 'GET'])),
  ...Object.fromEntries(CANCELLATION_ROUTES.map((route) => [`${route}/status/:ref`, 'GET'])),
  ...Object.fromEntries(CANCELLATION_ROUTES.map((route) => [`${route}/:ref`, 'POST'])),
  '/file/:ref': 'GET',
  '/catalogs/activities': 'GET',
  '/catalogs/departments': 'GET',
  '/catalogs/districts/search': 'GET',
}

/** The API as the contract has it, for one authorised request at a time; keys, limits and faults come before it. */
export const createApi = (context: ApiContext): Hono<ApiEnvironment> => {
  const api = new Hono<ApiEnvironment>().basePath(BASE_PATH)
  routeIssuing(api, context)
  routeStatus(api, context)
  routeCancellations(api, context)
  routeFiles(api, context)
  routeCatalogs(api)
  for (const [path, allow] of Object.entries(METHODS)) api.all(path, notAllowed(allow))
  api.notFound((request) => request.json({ detail: 'La ruta no existe' }, 404))
  api.onError((error, request) => request.json({ detail: `Error interno del servidor: ${error.message}` }, 500))
  return api
}
