import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { BASE_PATH } from './api/api-context.ts'
import { createApi } from './api/create-api.ts'
import { createControlPanel, type Injected } from './control-panel.ts'
import type { Controls, ControlsPatch } from './controls.ts'
import { type Issuer, sampleIssuer } from './issuer.ts'
import { revalidateContingencies } from './registry/issue.ts'
import { type LedgerDocument, ledgerDocumentOf } from './registry/ledger-document.ts'
import { createRegistry } from './registry/registry.ts'
import { loadState, saveState } from './registry/state-file.ts'
import { answerRequest } from './wire/answer-request.ts'
import { CONTROL_PATH, createControlRoutes } from './wire/control-routes.ts'
import { createRateLimiter, type RateLimits } from './wire/rate-limit.ts'
import { createRequestLog, type LoggedRequest } from './wire/request-log.ts'

export type SimulatorOptions = {
  /** 0, the default, takes any free one. */
  readonly port?: number
  /** 127.0.0.1 by default. */
  readonly host?: string
  /** 120 a minute and 5,000 an hour by default, for each key. */
  readonly rateLimits?: RateLimits | 'none'
  /** Keeps what is registered over a restart; without it all is forgotten at the end. */
  readonly stateFile?: string
  /** Milliseconds since 1970; the clock control is added to it. */
  readonly now?: () => number
  readonly issuer?: Partial<Issuer>
  /** Where ids and generation codes come from: UUIDs in small letters, none twice. */
  readonly uuid?: () => string
}

export type Simulator = {
  /** http://HOST:PORT */
  readonly origin: string
  /** origin + '/api/connect' */
  readonly baseUrl: string
  readonly port: number
  /** Throws a ControlsError, and changes nothing, when the patch is not one. */
  setControls(patch: ControlsPatch): Controls
  controls(): Controls
  /** How often each control has made something go wrong. */
  injected(): Injected
  /** In order of registration. */
  ledger(): readonly LedgerDocument[]
  /** Every request to the API in order of arrival, the last 10,000. */
  requests(): readonly LoggedRequest[]
  /** Stops listening and drops open connections. */
  close(): Promise<void>
}

/** Starts a stand-in for the Ocote API. Rejects when the port is taken or the state file is not one of ours. */
export const startSimulator = async (options: SimulatorOptions = {}): Promise<Simulator> => {
  const { host = '127.0.0.1', stateFile, now = Date.now } = options
  const saved = stateFile === undefined ? { records: [], counters: new Map<string, number>() } : loadState(stateFile)
  const panel = createControlPanel(() => revalidateContingencies(registry))
  const registry = createRegistry({
    ...saved,
    panel,
    now: () => now() + panel.read().clockOffsetMs,
    uuid: options.uuid ?? randomUUID,
    save: () => {
      if (stateFile !== undefined) saveState(stateFile, saved)
    },
  })
  revalidateContingencies(registry)

  const log = createRequestLog()
  const limits = options.rateLimits ?? { perMinute: 120, perHour: 5_000 }
  const closing = new AbortController()
  const api = createApi({ registry, issuer: { ...sampleIssuer, ...options.issuer }, baseUrl: () => baseUrl })
  const controlRoutes = createControlRoutes(registry, log)
  const answer = answerRequest({
    api,
    registry,
    limiter: createRateLimiter(limits, registry.now),
    log,
    closing: closing.signal,
  })
  const listener = getRequestListener(
    (request, exchange) => {
      const { pathname } = new URL(request.url)
      if (pathname.startsWith(`${CONTROL_PATH}/`)) return controlRoutes.fetch(request)
      return answer(request, exchange as Parameters<typeof answer>[1])
    },
    { overrideGlobalObjects: false },
  )
  const server = createServer(listener)
  await new Promise<void>((listening, failed) => {
    server.once('error', failed)
    server.listen(options.port ?? 0, host, listening)
  })
  const { port } = server.address() as AddressInfo
  const origin = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const baseUrl = origin + BASE_PATH

  return {
    origin,
    baseUrl,
    port,
    setControls: (patch) => panel.patch(patch),
    controls: () => panel.read(),
    injected: () => panel.injected(),
    ledger: () => registry.records.map(ledgerDocumentOf),
    requests: () => log.read(),
    close: () =>
      new Promise((closed) => {
        closing.abort()
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

export type { Controls, ControlsPatch, Issuer, LedgerDocument, LoggedRequest, RateLimits }
