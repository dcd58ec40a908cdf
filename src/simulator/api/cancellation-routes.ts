import type { Hono } from 'hono'
import { invalidate } from '../registry/invalidate.ts'
import type { ApiContext, ApiEnvironment } from './api-context.ts'
import { cancellationAnswerOf } from './cancellation-answer.ts'

/** POST /invalidate and GET /invalidate/status. Source: Ocote API contract, §2 and §6. */
export const routeCancellations = (api: Hono<ApiEnvironment>, { registry }: ApiContext): void => {
  api.get('/invalidate/status/:ref', (context) => {
    const record = registry.find(context.env.companyHash, context.req.param('ref'))
    if (!record) return context.json({ detail: 'Documento no encontrado' }, 404)
    return context.json(cancellationAnswerOf(record))
  })

  api.post('/invalidate/:ref', (context) => {
    const record = registry.find(context.env.companyHash, context.req.param('ref'))
    if (!record) return context.json({ detail: 'Documento no encontrado' }, 404)
    const outcome = invalidate(registry, record)
    return outcome.done
      ? context.json(cancellationAnswerOf(record))
      : context.json({ detail: outcome.detail }, outcome.status)
  })
}
