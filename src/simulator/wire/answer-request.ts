import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type ApiEnvironment, BASE_PATH } from '../api/api-context.ts'
import { CANCELLATION_ROUTES, ISSUING_ROUTES, STATUS_ROUTES } from '../api/routes.ts'
import type { Registry } from '../registry/registry.ts'
import { authorise } from './authorise.ts'
import { answerInstead, captivePortal, throttled } from './faults.ts'
import { garble } from './garble.ts'
import type { RateLimiter } from './rate-limit.ts'
import { type Body, jsonOf, readBody } from './read-body.ts'
import { referenceOf } from './reference-of.ts'
import type { RequestLog } from './request-log.ts'
import { sendHalf } from './send-half.ts'
import { sendSlowly } from './send-slowly.ts'

type Wire = {
  readonly api: { fetch(request: Request, environment: ApiEnvironment['Bindings']): Response | Promise<Response> }
  readonly registry: Registry
  readonly limiter: RateLimiter
  readonly log: RequestLog
  /** Aborted when the simulator closes. */
  readonly closing: AbortSignal
}

type Exchange = { readonly incoming: IncomingMessage; readonly outgoing: ServerResponse }

const isJson = (response: Response): boolean =>
  response.headers.get('Content-Type')?.startsWith('application/json') ?? false

const ABOUT_A_DOCUMENT = new RegExp(`^${BASE_PATH}(?:(?:${ISSUING_ROUTES.join('|')})$|(?:${STATUS_ROUTES.join('|')})/)`)
const ABOUT_A_CANCELLATION = new RegExp(`^${BASE_PATH}(?:${CANCELLATION_ROUTES.join('|')})/`)

const withHeaders = (response: Response, headers: Readonly<Record<string, string>>): Response => {
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value)
  return response
}

/** What the API says to a request that reached it: a fault, if one is due, then key, then budget, then the route. */
const askApi = async ({ api, registry, limiter }: Wire, request: Request, body: Body | null): Promise<Response> => {
  const { panel, now } = registry
  const { pathname, searchParams } = new URL(request.url)
  const keyInQuery = pathname.startsWith(`${BASE_PATH}/file/`) ? (searchParams.get('key') ?? undefined) : undefined
  const header = request.headers.get('Authorization') ?? undefined
  const authorised = authorise(header, keyInQuery, () => panel.isOn('keyRevoked'))
  const companyHash = 'companyHash' in authorised ? authorised.companyHash : 'nobody'
  const withBudget = (response: Response, headers: Readonly<Record<string, string>>): Response =>
    panel.isOn('hideRateLimits') ? response : withHeaders(response, headers)
  const seen = limiter.look(companyHash).headers
  const instead = answerInstead(panel, seen['X-RateLimit-Limit-Minute'], now())
  if (instead && !instead.registers) return withBudget(instead.response, seen)
  if ('detail' in authorised) return withBudget(Response.json(authorised, { status: 401 }), seen)
  const { exceeded, headers } = limiter.spend(companyHash)
  if (exceeded) return withBudget(throttled(exceeded.detail, { seconds: exceeded.retryAfterSeconds }), headers)
  const answer = await api.fetch(request, { body, companyHash })
  return withBudget(instead?.response ?? answer, headers)
}

/**
 * One request to the API from the socket to the log: the faults of the connection are here, those of the API in the
 * routes. An answer that is to be lost is complete before it is lost.
 */
export const answerRequest =
  (wire: Wire) =>
  async (request: Request, { incoming, outgoing }: Exchange): Promise<Response> => {
    const { panel, now } = wire.registry
    const { pathname } = new URL(request.url)
    const logged = wire.log.begin(now(), request.method, pathname)
    const lose = (): Response => {
      incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    }
    const reset = (): Response => {
      incoming.socket.resetAndDestroy()
      return RESPONSE_ALREADY_SENT
    }
    if (panel.isOn('shopOffline')) return lose()
    const resets = panel.takeCounted('resetNext')
    if (resets?.when === 'before_reading') return reset()

    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    const body = hasBody ? await readBody(incoming).catch(() => null) : null
    // The sender went away in the middle of its body: nothing was asked.
    if (hasBody && body === null) return lose()
    const reference = referenceOf(pathname, body?.kind === 'whole' ? jsonOf(body.text) : undefined, wire.registry)
    if (reference !== null) logged.refIs(reference)
    if (resets) return reset()
    const whole = panel.isOn('captivePortal') ? captivePortal() : await askApi(wire, request, body)

    const latencyMs = panel.takeLatencyMs()
    if (latencyMs > 0) await delay(latencyMs, undefined, { signal: wire.closing }).catch(() => undefined)
    const judged = ABOUT_A_DOCUMENT.test(pathname) && whole.status === 200 && isJson(whole)
    if (judged && request.method === 'POST' && panel.takeOne('loseNextAnswers')) return lose()
    const cancelled = ABOUT_A_CANCELLATION.test(pathname) && whole.status === 200 && isJson(whole)
    if (cancelled && request.method === 'POST' && panel.takeOne('loseNextCancellations')) return lose()
    if (incoming.socket.destroyed) return RESPONSE_ALREADY_SENT
    logged.answered(whole.status)
    const garbles = judged ? panel.takeCounted('garbleNext') : null
    const response = garbles ? await garble(whole, garbles.as) : whole
    if (isJson(response) && panel.takeOne('truncateNext')) {
      await sendHalf(response, outgoing)
      return RESPONSE_ALREADY_SENT
    }
    const drips = panel.takeCounted('dripNext')
    if (!drips) return response
    await sendSlowly(response, outgoing, drips.bytesPerSecond, wire.closing)
    return RESPONSE_ALREADY_SENT
  }
