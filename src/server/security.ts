import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** What the page may load: itself, and pictures that the engine hands over as data. Scripts and styles only from files of this program. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=()',
}

export const randomToken = (): string => randomBytes(32).toString('base64url')

/** A one-time address is good for ten minutes. */
const TICKET_MS = 600_000

export const same = (left: string, right: string): boolean => {
  const [first, second] = [Buffer.from(left), Buffer.from(right)]
  return first.length === second.length && timingSafeEqual(first, second)
}

/** The session of this start: one cookie, given out once to each one-time address. */
export const createSession = (port: number) => {
  const name = `torogoz_${port}`
  const cookie = randomToken()
  const tickets = new Map<string, number>()
  return {
    /** An address that opens the till once. */
    issueTicket: (): string => {
      const ticket = randomToken()
      tickets.set(ticket, Date.now() + TICKET_MS)
      return ticket
    },
    redeem: (ticket: string): string | null => {
      const expiresAt = tickets.get(ticket) ?? 0
      tickets.delete(ticket)
      return expiresAt > Date.now() ? `${name}=${cookie}; Path=/; HttpOnly; SameSite=Strict` : null
    },
    isIn: (request: IncomingMessage): boolean =>
      (request.headers.cookie ?? '')
        .split(';')
        .map((part) => part.trim())
        .some((part) => part.startsWith(`${name}=`) && same(part.slice(name.length + 1), cookie)),
  }
}

/** Only this machine, by its number: another name in Host means that somebody's page points its own domain here. */
export const isOwnHost = (request: IncomingMessage, port: number): boolean =>
  request.headers.host === `127.0.0.1:${port}`

/** A request that changes something must come from our own page. */
export const isOwnOrigin = (request: IncomingMessage, port: number): boolean =>
  request.headers.origin === `http://127.0.0.1:${port}`
