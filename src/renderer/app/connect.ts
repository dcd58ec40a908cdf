import { createORPCClient, DynamicLink } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { StandardLinkOptions } from '@orpc/client/standard'
import { ResponseValidationPlugin } from '@orpc/contract/plugins'
import { contract } from '#contract/contract.ts'
import type { EngineClient } from '../ui/engine.ts'

const ANSWER_WITHIN_MS = 15_000
/** Completing waits for the disk; asking the API or a printer waits for the world. */
const LONGER_MS = 30_000
const LONGER: readonly string[] = [
  'sale.complete',
  'till.probe',
  'settings.checkKey',
  'settings.saveKey',
  'printing.test',
  'backups.make',
  'rescue.restore',
  'documents.file',
]
const ENDLESS = 'till.watch'

type Context = Record<never, never>

const checked = (): StandardLinkOptions<Context> => ({
  plugins: [new ResponseValidationPlugin(contract)],
  interceptors: [
    ({ next, ...options }) => {
      const path = options.path.join('.')
      if (path === ENDLESS) return next(options)
      const limit = AbortSignal.timeout(LONGER.includes(path) ? LONGER_MS : ANSWER_WITHIN_MS)
      return next({ ...options, signal: options.signal ? AbortSignal.any([options.signal, limit]) : limit })
    },
  ],
})

/** A port that the shell hands over; asked for again once it has closed. */
const portLinks = (requestPort: () => void) => {
  let current: Promise<PortLink<Context>> | null = null
  const open = () =>
    new Promise<PortLink<Context>>((resolve) => {
      const onMessage = (event: MessageEvent) => {
        const [port] = event.ports
        if (event.source !== window || event.data !== 'torogoz:port' || port === undefined) return
        window.removeEventListener('message', onMessage)
        port.addEventListener('close', () => {
          current = null
        })
        port.start()
        resolve(new PortLink({ port, ...checked() }))
      }
      window.addEventListener('message', onMessage)
      requestPort()
    })
  return () => {
    current ??= open()
    return current
  }
}

/** The engine behind this window: by a message port in Electron, over loopback http in a browser. */
export const connect = (): EngineClient => {
  const { torogoz } = window
  if (window.torogozShell === 'electron' && torogoz !== undefined)
    return createORPCClient(new DynamicLink(portLinks(() => torogoz.requestPort())))
  const { plugins = [], ...rest } = checked()
  return createORPCClient(new FetchLink({ url: new URL('/rpc', location.origin), plugins: [...plugins], ...rest }))
}
