import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createSocketServer, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { createOcoteApi, type Timeouts } from '#adapters/ocote/ocote-api.ts'

export const KEY = `odt_${'a1'.repeat(28)}`
export const NOW = Date.parse('2026-11-22T16:45:00Z')

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening)
  })
  return (server.address() as AddressInfo).port
}

/** A server of sockets that does with each what it is told; answers with its port. */
export const aSocketServer = async (meet: (socket: Socket) => void): Promise<number> => {
  const sockets = new Set<Socket>()
  const server = createSocketServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    meet(socket)
  })
  const port = await listen(server)
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return port
}

export type Heard = { method: string; url: string; headers: IncomingMessage['headers']; body: string }

/** An HTTP server on loopback that answers as told, and remembers what it heard. */
export const aServer = async (answer: (response: ServerResponse, heard: Heard) => void) => {
  const heard: Heard[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const { method = '', url = '', headers } = request
    const what = { method, url, headers, body: Buffer.concat(chunks).toString('utf8') }
    heard.push(what)
    answer(response, what)
  })
  const port = await listen(server)
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { baseUrl: `http://127.0.0.1:${port}/api/connect`, heard }
}

export const aClient = (baseUrl: string, { key = KEY as string | null, timeouts = {} as Partial<Timeouts> } = {}) => {
  const api = createOcoteApi({ baseUrl: () => baseUrl, key: () => key, clock: { now: () => NOW }, timeouts })
  onTestFinished(() => api.close().catch(() => undefined))
  return api
}
