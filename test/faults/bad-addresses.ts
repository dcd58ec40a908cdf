import { fork } from 'node:child_process'
import { createServer as createHttpsServer } from 'node:https'
import { connect, createServer, type Server, type Socket } from 'node:net'
import path from 'node:path'
import { selfSignedCertificate } from './self-signed-certificate.ts'

/** An address that is no good, until it is closed. */
export type BadAddress = { readonly url: string; close(): Promise<void> }

export const listening = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
export const closed = (server: Server): Promise<void> => new Promise((resolve) => server.close(() => resolve()))
export const urlOf = (port: number, scheme = 'http'): string => `${scheme}://127.0.0.1:${port}/api/connect`

/** A port on which nothing listens. */
export const nothingListens = async (): Promise<BadAddress> => {
  const server = createServer()
  const port = await listening(server)
  await closed(server)
  return { url: urlOf(port), close: async () => undefined }
}

/** A server that takes each connection and resets it at once, before any request could be sent. */
export const resetsAtOnce = async (): Promise<BadAddress> => {
  const server = createServer((socket) => socket.resetAndDestroy())
  const port = await listening(server)
  return { url: urlOf(port), close: () => closed(server) }
}

/** A host that no name server knows: `.invalid` is kept for that (RFC 6761). */
export const unknownHost = async (): Promise<BadAddress> => ({
  url: 'https://api.torogoz.invalid/api/connect',
  close: async () => undefined,
})

/** A server whose certificate nobody vouches for. */
export const untrustedCertificate = async (): Promise<BadAddress> => {
  const server = createHttpsServer(selfSignedCertificate('127.0.0.1'), (_, answer) => answer.end('{}'))
  const port = await listening(server)
  return { url: urlOf(port, 'https'), close: () => closed(server) }
}

const LISTENER = path.join(import.meta.dirname, 'deaf-listener-process.ts')
const TAKEN_WITHIN_MS = 300

/** True where the system still takes a connection for the listener; it stays open. */
const isTaken = (port: number, open: Socket[]): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true))
    socket.on('error', () => undefined)
    open.push(socket)
    setTimeout(() => resolve(false), TAKEN_WITHIN_MS)
  })

/** A host that answers nobody's first packet: a listener that takes no connection and whose queue is full. */
export const neverConnects = async (): Promise<BadAddress> => {
  const child = fork(LISTENER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const port = await new Promise<number>((resolve) => child.once('message', (said: number) => resolve(said)))
  const open: Socket[] = []
  while (await isTaken(port, open));
  return {
    url: urlOf(port),
    close: async () => {
      for (const socket of open) socket.destroy()
      child.kill('SIGKILL')
      await ended
    },
  }
}
