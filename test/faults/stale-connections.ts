import { connect, createServer, type Socket } from 'node:net'
import { type BadAddress, closed, listening, urlOf } from './bad-addresses.ts'

/**
 * Something between till and API that forgets each connection after its first answer, without a word: whoever keeps it for the next call sends that
 * into the void and gets a reset.
 */
export const staleConnections = async (apiUrl: string): Promise<BadAddress> => {
  const api = new URL(apiUrl)
  const sockets = new Set<Socket>()
  const server = createServer((till) => {
    const onward = connect(Number(api.port), api.hostname)
    let isAnswered = false
    till.on('data', (request) => {
      if (isAnswered) till.resetAndDestroy()
      else onward.write(request)
    })
    onward.on('data', (answer) => {
      isAnswered = true
      till.write(answer)
    })
    for (const [one, other] of [
      [till, onward],
      [onward, till],
    ] as const) {
      sockets.add(one)
      one.on('error', () => undefined)
      one.on('close', () => {
        sockets.delete(one)
        other.destroy()
      })
    }
  })
  const port = await listening(server)
  return {
    url: urlOf(port),
    close: async () => {
      for (const socket of sockets) socket.destroy()
      await closed(server)
    },
  }
}
