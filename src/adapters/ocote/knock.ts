import { Agent, request } from 'undici'
import { isPage } from './read-answer.ts'

const WITHIN_MS = 3_000
const LOOKED_AT_BYTES = 1_024
/** RFC 6585: the portal of a network wants something first. */
const NETWORK_AUTHENTICATION_REQUIRED = 511

/** Connections of its own, each for one knock: what lies about from before a network was gone would only be waited for. */
export const createKnocker = (): Agent => new Agent({ connect: { timeout: WITHIN_MS }, connections: 1, pipelining: 0 })

/**
 * Whether anything answers at the API's address that may be the API. A portal answers with a page of its own or leads away to one; an API's error
 * is an answer, whatever its form. Never throws.
 */
export const knock = async (url: string, dispatcher: Agent): Promise<boolean> => {
  try {
    const { statusCode, headers, body } = await request(url, { dispatcher, signal: AbortSignal.timeout(WITHIN_MS) })
    if (statusCode >= 400) {
      await body.dump()
      return statusCode !== NETWORK_AUTHENTICATION_REQUIRED
    }
    let beginning = ''
    for await (const chunk of body) {
      beginning += String(chunk)
      if (beginning.length >= LOOKED_AT_BYTES) break
    }
    return statusCode < 300 && !isPage({ headers, body: beginning })
  } catch {
    return false
  }
}
