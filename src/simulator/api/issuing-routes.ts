import type { Hono } from 'hono'
import { parseCreditMemo } from '../document/parse-credit-memo.ts'
import { parseDocument } from '../document/parse-document.ts'
import { type Draft, issue } from '../registry/issue.ts'
import { jsonOf } from '../wire/read-body.ts'
import { answerOf } from './answer.ts'
import type { ApiContext, ApiEnvironment } from './api-context.ts'
import { ISSUING_ROUTES, type IssuingRoute } from './routes.ts'

type Parsed = { readonly draft: Draft } | { readonly detail: string }

const parse = (route: IssuingRoute, request: unknown): Parsed => {
  if (route === '/credit-memo') {
    const parsed = parseCreditMemo(request)
    return 'detail' in parsed ? parsed : { draft: parsed.creditMemo }
  }
  const parsed = parseDocument(route, request)
  return 'detail' in parsed ? parsed : { draft: parsed.content }
}

/** POST /invoice, /suex and /credit-memo. Source: Ocote API contract, §2 to §4. */
export const routeIssuing = (api: Hono<ApiEnvironment>, { registry, baseUrl }: ApiContext): void => {
  for (const route of ISSUING_ROUTES)
    api.post(route, (context) => {
      const { body, companyHash } = context.env
      if (body?.kind === 'too_large') return context.json({ detail: 'El cuerpo excede 5 MB' }, 413)
      const request = jsonOf(body?.text ?? '')
      if (request === undefined) return context.json({ detail: 'El cuerpo no es JSON válido' }, 400)
      const parsed = parse(route, request)
      if ('detail' in parsed) return context.json({ detail: parsed.detail }, 400)
      const issued = issue(registry, companyHash, parsed.draft, request)
      if ('refusal' in issued) return context.json({ detail: issued.refusal.detail }, issued.refusal.status)
      return context.json(
        answerOf(issued.record, {
          baseUrl: baseUrl(),
          isDuplicate: issued.isDuplicate,
          alteredCents: registry.panel.takeAlteredCents(),
          externalRef: registry.panel.takeAnswerRef(),
        }),
      )
    })
}
