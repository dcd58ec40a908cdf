import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { onTestFinished } from 'vitest'

type Asked = { readonly method: string; readonly path: string; readonly body: string }

/** What becomes of the API's answer: another status, other fields, a while later. Nothing of it: the answer as it is. */
export type Spoiling = {
  readonly status?: number
  readonly fields?: Readonly<Record<string, unknown>>
  readonly afterMs?: number
}
type Spoil = (asked: Asked) => Spoiling | null

const read = async (incoming: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

/** Stands before an API and spoils the answers that a story picks out, by what was asked. */
export const aSpoilingProxy = async (target: string) => {
  const { origin, pathname } = new URL(target)
  let spoil: Spoil = () => null
  const asked: Asked[] = []

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const { method = 'GET', url: path = '/' } = incoming
    const body = await read(incoming)
    asked.push({ method, path, body })
    const spoiling = spoil({ method, path, body })
    const told = await fetch(`${origin}${path}`, {
      method,
      headers: { authorization: String(incoming.headers.authorization ?? ''), 'content-type': 'application/json' },
      ...(body !== '' && { body }),
    })
    const bytes = Buffer.from(await told.arrayBuffer())
    if (spoiling?.afterMs !== undefined) await delay(spoiling.afterMs)
    outgoing.writeHead(spoiling?.status ?? told.status, { 'content-type': told.headers.get('content-type') ?? '' })
    outgoing.end(
      spoiling?.fields ? JSON.stringify({ ...JSON.parse(bytes.toString('utf8')), ...spoiling.fields }) : bytes,
    )
  }
  // An API that does not answer has its connection closed on the one who asked.
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing).catch(() => outgoing.destroy()))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${pathname}`,
    asked: (): readonly Asked[] => asked,
    spoils: (next: Spoil): void => {
      spoil = next
    },
  }
}
