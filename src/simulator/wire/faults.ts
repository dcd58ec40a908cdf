import type { ControlPanel } from '../control-panel.ts'

const CAPTIVE_PORTAL = `<!doctype html>
<html lang="es"><head><meta charset="utf-8"><title>Wi-Fi gratis</title></head>
<body><h1>Bienvenido a la red Wi-Fi</h1><form action="/login"><button>Acepto los términos y condiciones</button></form></body></html>
`

const html = (status: number, body: string): Response =>
  new Response(body, { status, headers: { 'Content-Type': 'text/html; charset=utf-8' } })

const GATEWAY_TITLES: Readonly<Record<number, string>> = {
  502: '502 Bad Gateway',
  503: '503 Service Temporarily Unavailable',
  504: '504 Gateway Time-out',
}

const failure = (status: number): Response => {
  const title = GATEWAY_TITLES[status]
  return title === undefined
    ? Response.json({ detail: 'Error interno del servidor' }, { status })
    : html(status, `<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center></body></html>\n`)
}

/** When to come back, in seconds or as a date; null leaves the Retry-After header out. */
export type RetryAfter = { readonly seconds: number; readonly asDateFrom?: number } | null

const retryAfterHeader = (retryAfter: RetryAfter): Readonly<Record<string, string>> => {
  if (retryAfter === null) return {}
  const { seconds, asDateFrom } = retryAfter
  return {
    'Retry-After': asDateFrom === undefined ? String(seconds) : new Date(asDateFrom + seconds * 1000).toUTCString(),
  }
}

/** Too many requests, as the API says it. */
export const throttled = (detail: string, retryAfter: RetryAfter): Response =>
  Response.json({ detail }, { status: 429, headers: retryAfterHeader(retryAfter) })

export const captivePortal = (): Response => html(200, CAPTIVE_PORTAL)

/** A failure or refusal in place of an answer; `registers`: only once what was asked for is done. */
export type Instead = { readonly response: Response; readonly registers: boolean }

/** The failure or refusal that is due now instead of an answer, or null. */
export const answerInstead = (panel: ControlPanel, perMinute: string | undefined, now: number): Instead | null => {
  const failing = panel.takeCounted('failNext')
  if (failing) return { response: failure(failing.status), registers: failing.registers }
  const throttling = panel.takeCounted('throttleNext')
  if (!throttling) return null
  const { retryAfterSeconds: seconds, retryAfterAs } = throttling
  const retryAfter = seconds === null ? null : { seconds, ...(retryAfterAs === 'date' && { asDateFrom: now }) }
  return {
    response: throttled(`Limite de ${perMinute} requests por minuto excedido`, retryAfter),
    registers: false,
  }
}
