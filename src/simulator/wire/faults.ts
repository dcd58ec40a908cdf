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

/** Too many requests, as the API says it; null leaves the Retry-After header out. */
export const throttled = (detail: string, retryAfterSeconds: number | null): Response =>
  Response.json(
    { detail },
    { status: 429, headers: retryAfterSeconds === null ? {} : { 'Retry-After': String(retryAfterSeconds) } },
  )

export const captivePortal = (): Response => html(200, CAPTIVE_PORTAL)

/** The failure or refusal that is due now instead of an answer, or null; what was asked for is not done then. */
export const answerInstead = (panel: ControlPanel, perMinute: string | undefined): Response | null => {
  const failing = panel.takeCounted('failNext')
  if (failing) return failure(failing.status)
  const throttling = panel.takeCounted('throttleNext')
  if (!throttling) return null
  return throttled(`Limite de ${perMinute} requests por minuto excedido`, throttling.retryAfterSeconds)
}
