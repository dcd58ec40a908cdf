import type { Hono } from 'hono'
import { dteJson } from '../files/dte-json.ts'
import { ministryResponse } from '../files/ministry-response.ts'
import { answerOf } from './answer.ts'
import type { ApiContext, ApiEnvironment } from './api-context.ts'
import { findAt } from './find-at.ts'
import { STATUS_ROUTES } from './routes.ts'

/** GET /status, /suex/status and /credit-memo/status. Source: Ocote API contract, §2 and §4. */
export const routeStatus = (api: Hono<ApiEnvironment>, shared: ApiContext): void => {
  const { registry, issuer, baseUrl } = shared
  for (const route of STATUS_ROUTES)
    api.get(`${route}/:ref`, (context) => {
      const record = findAt(shared, route, context)
      if (!record || registry.panel.takeOne('denyNextStatus'))
        return context.json({ detail: 'Documento no encontrado' }, 404)
      const answer = answerOf(record, {
        baseUrl: baseUrl(),
        isDuplicate: false,
        alteredCents: registry.panel.takeAlteredCents(),
      })
      if (context.req.query('include_dte') !== '1') return context.json(answer)
      return context.json({ ...answer, schema: dteJson(record, issuer), response: ministryResponse(record) })
    })
}
