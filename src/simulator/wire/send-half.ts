import type { ServerResponse } from 'node:http'

/** Promises the whole answer in its content-length, sends the first half of it and cuts the connection. */
export const sendHalf = async (response: Response, outgoing: ServerResponse): Promise<void> => {
  const whole = Buffer.from(await response.arrayBuffer())
  outgoing.writeHead(response.status, { ...Object.fromEntries(response.headers), 'Content-Length': whole.length })
  await new Promise<void>((sent) => {
    outgoing.write(whole.subarray(0, whole.length / 2), () => sent())
  })
  outgoing.socket?.destroy()
}
