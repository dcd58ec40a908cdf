import type { Hono } from 'hono'
import { invalidate } from '../registry/invalidate.ts'
import type { ApiContext, ApiEnvironment } from './api-context.ts'
import { cancellationAnswerOf } from './cancellation-answer.ts'
import { findAt } from './find-at.ts'
import { CANCELLATION_ROUTES } from './routes.ts'

/** POST /invalidate and /invalidate/suex, and the GET of their status. Source: Ocote API contract, §2 and §6. */
export const routeCancellations = (api: Hono<ApiEnvironment>, shared: ApiContext): void => {
  for (const route of CANCELLATION_ROUTES) {
    api.get(`${route}/status/:ref`, (context) => {
      const record = findAt(shared, route, context)
      if (!record) return context.json({ detail: 'Documento no encontrado' }, 404)
      return context.json(cancellationAnswerOf(record))
    })

    api.post(`${route}/:ref`, (context) => {
      const record = findAt(shared, route, context)
      if (!record) return context.json({ detail: 'Documento no encontrado' }, 404)
      const outcome = invalidate(shared.registry, record)
      return outcome.done
        ? context.json(cancellationAnswerOf(record))
        : context.json({ detail: outcome.detail }, outcome.status)
    })
  }
}
