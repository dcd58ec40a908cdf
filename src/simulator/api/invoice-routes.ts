import type { Hono } from 'hono'
import { dteJson } from '../files/dte-json.ts'
import { ministryResponse } from '../files/ministry-response.ts'
import { parseInvoice } from '../invoice/parse-invoice.ts'
import { issue } from '../registry/issue.ts'
import { jsonOf } from '../wire/read-body.ts'
import { answerOf } from './answer.ts'
import type { ApiContext, ApiEnvironment } from './api-context.ts'

/** POST /invoice and GET /status. Source: Ocote API contract, §2 to §4. */
export const routeInvoices = (api: Hono<ApiEnvironment>, { registry, issuer, baseUrl }: ApiContext): void => {
  api.post('/invoice', (context) => {
    const { body, companyHash } = context.env
    if (body?.kind === 'too_large') return context.json({ detail: 'El cuerpo excede 5 MB' }, 413)
    const request = jsonOf(body?.text ?? '')
    if (request === undefined) return context.json({ detail: 'El cuerpo no es JSON válido' }, 400)
    const parsed = parseInvoice(request)
    if ('detail' in parsed) return context.json({ detail: parsed.detail }, 400)
    const issued = issue(registry, companyHash, parsed.invoice, request)
    if ('conflict' in issued) return context.json({ detail: issued.conflict }, 409)
    return context.json(
      answerOf(issued.record, {
        baseUrl: baseUrl(),
        isDuplicate: issued.isDuplicate,
        alteredCents: registry.panel.takeAlteredCents(),
        externalRef: registry.panel.takeAnswerRef(),
      }),
    )
  })

  api.get('/status/:ref', (context) => {
    const record = registry.find(context.env.companyHash, context.req.param('ref'))
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
