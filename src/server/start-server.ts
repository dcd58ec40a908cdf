import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { RPCHandler } from '@orpc/server/node'
import type { Engine } from '#engine/create-engine.ts'
import type { Rescue } from '#engine/rescue/create-rescue.ts'
import { createSession, isOwnHost, isOwnOrigin, randomToken, SECURITY_HEADERS, same } from './security.ts'
import { sendFile } from './static-files.ts'

/** What answers the page's questions: the till, or what stands in for it while its data cannot be opened. */
export type Answering = Pick<Engine | Rescue, 'router' | 'routerOptions' | 'log'>

export type TillServer = {
  readonly port: number
  /** Opens the till once: the page that follows it gets the session's cookie. */
  freshUrl(): string
  /** What another process of the same person shows to get an address of its own. */
  readonly doorKey: string
  /** From now on this one answers. */
  answerWith(next: Answering): void
  close(): Promise<void>
}

export type ServerOptions = {
  readonly engine: Answering
  /** The built renderer. */
  readonly folder: string
  /** 0 for any that is free. */
  readonly port?: number
}

const refuse = (response: ServerResponse, status: number, text: string): void => {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}

const handlerOf = ({ router, routerOptions }: Answering) => new RPCHandler(router, routerOptions)

/** The engine behind HTTP on 127.0.0.1, for one person's browser on this machine. Rejects where the port is taken. */
export const startServer = async ({ engine, folder, port: wanted = 0 }: ServerOptions): Promise<TillServer> => {
  let { log } = engine
  let rpc = handlerOf(engine)
  const doorKey = randomToken()
  const server = createServer((request, response) => {
    answer(request, response).catch((cause) => {
      log('error', 'server_trouble', { cause })
      if (!response.headersSent) refuse(response, 500, 'Error del programa.')
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(wanted, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  const session = createSession(port)
  const freshUrl = () => `http://127.0.0.1:${port}/abrir?boleto=${session.issueTicket()}`

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    if (!isOwnHost(request, port)) return refuse(response, 421, 'Este programa solo contesta en 127.0.0.1.')
    const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`)
    if (url.pathname === '/abrir' && request.method === 'GET') return enter(url, response)
    if (url.pathname === '/otra-ventana' && request.method === 'POST') return openDoor(request, response)
    if (!session.isIn(request))
      return refuse(response, 403, 'Abra la caja con la dirección que mostró el programa al iniciar.')
    if (url.pathname.startsWith('/rpc/')) {
      if (request.method !== 'POST' || !isOwnOrigin(request, port)) return refuse(response, 403, 'Origen ajeno.')
      const { matched } = await rpc.handle(request, response, { prefix: '/rpc' })
      return matched ? undefined : refuse(response, 404, 'No existe.')
    }
    if (request.method !== 'GET') return refuse(response, 405, 'Solo GET.')
    return sendFile(folder, url.pathname, response)
  }

  const enter = (url: URL, response: ServerResponse) => {
    const cookie = session.redeem(url.searchParams.get('boleto') ?? '')
    if (cookie === null)
      return refuse(response, 403, 'Esta dirección ya se usó. Inicie el programa de nuevo para obtener otra.')
    response.writeHead(303, { location: '/', 'set-cookie': cookie, 'cache-control': 'no-store' }).end()
  }
  const openDoor = (request: IncomingMessage, response: ServerResponse) => {
    if (!same(request.headers.authorization ?? '', `Bearer ${doorKey}`)) return refuse(response, 403, 'Sin permiso.')
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(freshUrl())
  }

  return {
    port,
    freshUrl,
    doorKey,
    answerWith: (next) => {
      log = next.log
      rpc = handlerOf(next)
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
