import type { Attempt } from '#application/ports/stores.ts'
import type { LiveTill } from '../a-live-till.ts'

export type Meant = (attempt: Attempt) => boolean

/** How many calls about its documents a till has written down that are meant. */
export const tries = (till: LiveTill, isMeant: Meant): number =>
  till.acknowledged.flatMap(({ externalRef }) => till.engine.stores.documents.attempts(externalRef)).filter(isMeant)
    .length

const asksFor = (call: string): boolean => call === 'post' || call === 'cancel'

/** A call to issue or to cancel that did not simply bring that. */
export const spoiltPost: Meant = ({ call, outcome }) =>
  asksFor(call) && outcome !== 'stamped' && outcome !== 'cancelled'

export const anyPost: Meant = ({ call }) => asksFor(call)

export const slowPost =
  (leastMs: number): Meant =>
  ({ call, startedAt, endedAt }) =>
    asksFor(call) && endedAt - startedAt >= leastMs

export const deniedStatus: Meant = ({ call, outcome }) => call === 'status' && outcome === 'not_found'

/** That ended with this error of the system's. */
export const withDetail =
  (detail: RegExp): Meant =>
  (attempt) =>
    detail.test(attempt.detail)
