import { type BadAddress, neverConnects, nothingListens, unknownHost, untrustedCertificate } from '../bad-addresses.ts'
import type { NetworkFault, Stage } from './network-fault.ts'

/** Tries that came to this, by what the till wrote down of them. */
export const triesWith = ({ till }: Stage, detail: RegExp): number =>
  till.acknowledged
    .flatMap(({ externalRef }) => till.engine.stores.documents.attempts(externalRef))
    .filter((attempt) => detail.test(attempt.detail)).length

/** The address is no good for a while, then the simulator's again. */
const badAddress = (
  name: string,
  open: () => Promise<BadAddress>,
  detail: RegExp,
  more: Partial<NetworkFault> = {},
): NetworkFault => {
  let bad: BadAddress | undefined
  return {
    name,
    inject: async ({ till }) => {
      bad = await open()
      till.pointAt(bad.url)
    },
    injected: (stage) => triesWith(stage, detail),
    recover: async ({ till, simulator }) => {
      till.pointAt(simulator.baseUrl)
      await bad?.close()
    },
    ...more,
  }
}

/** Faults from before a request is under way. */
export const ADDRESS_FAULTS: readonly NetworkFault[] = [
  badAddress('no network: nothing listens', nothingListens, /ECONNREFUSED/),
  badAddress('DNS failure', unknownHost, /ENOTFOUND|EAI_AGAIN/),
  badAddress('connect time-out', neverConnects, /UND_ERR_CONNECT_TIMEOUT/, { enough: 2, seconds: 30 }),
  badAddress('TLS certificate error', untrustedCertificate, /DEPTH_ZERO_SELF_SIGNED_CERT/),
]
