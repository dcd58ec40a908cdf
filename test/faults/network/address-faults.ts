import {
  type BadAddress,
  neverConnects,
  nothingListens,
  resetsAtOnce,
  unknownHost,
  untrustedCertificate,
} from '../bad-addresses.ts'
import { staleConnections } from '../stale-connections.ts'
import type { NetworkFault } from './network-fault.ts'
import { tries, withDetail } from './tries.ts'

/** The address is no good for a while, then the simulator's again. */
const badAddress = (
  name: string,
  open: (apiUrl: string) => Promise<BadAddress>,
  detail: RegExp,
  more: Partial<NetworkFault> = {},
): NetworkFault => {
  let bad: BadAddress | undefined
  return {
    name,
    inject: async ({ till, simulator }) => {
      bad = await open(simulator.baseUrl)
      till.pointAt(bad.url)
    },
    injected: ({ till }) => tries(till, withDetail(detail)),
    recover: async ({ till, simulator }) => {
      till.pointAt(simulator.baseUrl)
      await bad?.close()
    },
    ...more,
  }
}

const RESET = /ECONNRESET|EPIPE|UND_ERR_SOCKET/

/** Faults from before a request is under way. */
export const addressFaults = (): readonly NetworkFault[] => [
  badAddress('no network: nothing listens', nothingListens, /ECONNREFUSED/),
  badAddress('DNS failure', unknownHost, /ENOTFOUND|EAI_AGAIN/),
  badAddress('connect time-out', neverConnects, /UND_ERR_CONNECT_TIMEOUT/, { enough: 2, seconds: 15 }),
  badAddress('TLS certificate error', untrustedCertificate, /DEPTH_ZERO_SELF_SIGNED_CERT/),
  badAddress('reset before a request is sent', resetsAtOnce, RESET),
  badAddress('kept connection that went stale', staleConnections, RESET),
]
