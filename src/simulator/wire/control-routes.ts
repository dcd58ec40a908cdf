import { Hono } from 'hono'
import { ControlsError } from '../parse-controls-patch.ts'
import type { DocumentState } from '../registry/fiscal-record.ts'
import { ledgerDocumentOf } from '../registry/ledger-document.ts'
import type { Registry } from '../registry/registry.ts'
import type { RequestLog } from './request-log.ts'

export const CONTROL_PATH = '/simulator'

const countsOf = (registry: Registry): Readonly<Record<DocumentState, number>> => {
  const counts = { stamped: 0, contingency: 0, rejected: 0, cancelled: 0 }
  for (const { state } of registry.records) counts[state] += 1
  return counts
}

/** The controls and the ledger by HTTP, beside the API: without a key, out of reach of the faults they cause. */
export const createControlRoutes = (registry: Registry, log: RequestLog): Hono => {
  const { panel } = registry
  const routes = new Hono().basePath(CONTROL_PATH)
  routes.get('/state', (context) => context.json({ controls: panel.read(), counts: countsOf(registry) }))
  routes.get('/ledger', (context) => context.json(registry.records.map(ledgerDocumentOf)))
  routes.get('/requests', (context) => context.json(log.read()))
  routes.post('/reset', (context) => context.json(panel.reset()))
  routes.patch('/controls', async (context) => {
    const patch: unknown = await context.req.json().catch(() => undefined)
    try {
      return context.json(panel.patch(patch))
    } catch (error) {
      if (error instanceof ControlsError) return context.json({ detail: error.message }, 400)
      throw error
    }
  })
  routes.notFound((context) => context.json({ detail: 'there is no such control route' }, 404))
  return routes
}
