import type { ServerResponse } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'

/** At most so often something is sent. */
const PIECES_PER_SECOND = 20

/** Sends the whole answer at so many bytes a second, until it is out, its reader has gone or the simulator closes. */
export const sendSlowly = async (
  response: Response,
  outgoing: ServerResponse,
  bytesPerSecond: number,
  closing: AbortSignal,
): Promise<void> => {
  const whole = Buffer.from(await response.arrayBuffer())
  const piece = Math.max(1, Math.floor(bytesPerSecond / PIECES_PER_SECOND))
  const gapMs = (piece / bytesPerSecond) * 1000
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'Content-Length': whole.length })
  for (let sent = 0; sent < whole.length && !outgoing.destroyed; sent += piece) {
    outgoing.write(whole.subarray(sent, sent + piece))
    await delay(gapMs, undefined, { signal: closing }).catch(() => outgoing.destroy())
  }
  outgoing.end()
}
