import { onTestFinished } from 'vitest'
import { type Simulator, type SimulatorOptions, startSimulator } from '#simulator/start-simulator.ts'

export const KEY = `odt_${'a1'.repeat(28)}`
export const OTHER_KEY = `odt_${'b2'.repeat(28)}`
/** A Sunday, 14:15:30 in El Salvador. */
export const NOW = '2026-11-22T20:15:30.000Z'

export type Answer = { status: number; headers: Headers; body: Record<string, unknown> }

export type Api = {
  simulator: Simulator
  /** POST /invoice. */
  issues(body: unknown): Promise<Answer>
  /** POST /suex. */
  buys(body: unknown): Promise<Answer>
  /** POST /credit-memo. */
  credits(body: unknown): Promise<Answer>
  gets(path: string): Promise<Answer>
  posts(path: string): Promise<Answer>
  file(ref: string, type: string): Promise<Response>
  /** As it is, for faults. */
  asks(path: string, init?: RequestInit): Promise<Response>
}

const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  headers: response.headers,
  body: (await response.json()) as Record<string, unknown>,
})

/** Talks to a simulator with a key. */
export const apiOf = (simulator: Simulator, key = KEY): Api => {
  const asks = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(simulator.baseUrl + path, { ...init, headers: { Authorization: `Bearer ${key}` } })
  const issuing = (route: string) => async (body: unknown) =>
    answerOf(await asks(route, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }))
  return {
    simulator,
    asks,
    issues: issuing('/invoice'),
    buys: issuing('/suex'),
    credits: issuing('/credit-memo'),
    gets: async (path) => answerOf(await asks(path)),
    posts: async (path) => answerOf(await asks(path, { method: 'POST' })),
    file: (ref, type) => asks(`/file/${encodeURIComponent(ref)}?type=${type}`),
  }
}

/** A simulator for one test: its clock stands still, its ids count up. */
export const aSimulator = async (options: SimulatorOptions = {}): Promise<Api> => {
  let ids = 0
  const uuid = (): string => {
    ids += 1
    return `00000000-0000-4000-8000-${String(ids).padStart(12, '0')}`
  }
  const simulator = await startSimulator({ now: () => Date.parse(NOW), uuid, rateLimits: 'none', ...options })
  onTestFinished(() => simulator.close())
  return apiOf(simulator)
}

/** A sale of two bags of coffee: 11.00. */
export const aSale = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  doc_type: '01',
  external_ref: 'T1-2026-11-22-0001',
  lines: [{ description: 'Café molido', quantity: 2, unit_price: 5.5 }],
  ...changes,
})

/** What a CCF needs to know of its buyer. */
export const aCompany = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  name: 'Ferretería Ñandú, S.A. de C.V.',
  nit: '06141503851010',
  nrc: '123456',
  type_contributor: 2,
  ...changes,
})

/** A CCF of ten bags of cement: 113.00, of which 13.00 are VAT. */
export const aCcf = (changes: Record<string, unknown> = {}): Record<string, unknown> =>
  aSale({
    doc_type: '03',
    external_ref: 'ccf',
    customer: aCompany(),
    lines: [{ description: 'Cemento', quantity: 10, unit_price: 11.3 }],
    ...changes,
  })

/** A credit note of two of those bags: 22.60. */
export const aCreditMemo = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  document_id: 'ccf',
  external_ref: 'note',
  lines: [{ description: 'Cemento devuelto', quantity: 2, unit_price: 11.3 }],
  ...changes,
})

/** A purchase from somebody without VAT: goods for 40.00 and a service for 60.00. */
export const aPurchase = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  external_ref: 'purchase',
  lines: [
    { description: 'Maíz', quantity: 2, unit_price: 20 },
    { description: 'Flete', quantity: 1, unit_price: 60, is_service: true },
  ],
  customer: aSeller(),
  ...changes,
})

export const aSeller = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
  name: 'Juan Pérez',
  document_type: '13',
  document_number: '01234567-8',
  ...changes,
})
