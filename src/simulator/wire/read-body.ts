import type { IncomingMessage } from 'node:http'

export const MOST_BODY_BYTES = 5 * 1024 * 1024

/** A whole body. Over 5 MB it is read to its end, so that the sender hears the answer, but not kept. */
export type Body = { readonly kind: 'whole'; readonly text: string } | { readonly kind: 'too_large' }

export const readBody = async (incoming: IncomingMessage): Promise<Body> => {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of incoming) {
    bytes += (chunk as Buffer).length
    if (bytes <= MOST_BODY_BYTES) chunks.push(chunk as Buffer)
    else chunks.length = 0
  }
  return bytes > MOST_BODY_BYTES
    ? { kind: 'too_large' }
    : { kind: 'whole', text: Buffer.concat(chunks).toString('utf8') }
}

/** The JSON value of a body, or undefined when it is none. */
export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
