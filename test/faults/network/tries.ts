import type { Attempt } from '#application/ports/stores.ts'
import type { LiveTill } from '../a-live-till.ts'

export type Meant = (attempt: Attempt) => boolean

/** How many calls about its documents a till has written down that are meant. */
export const tries = (till: LiveTill, isMeant: Meant): number =>
  till.acknowledged.flatMap(({ externalRef }) => till.engine.stores.documents.attempts(externalRef)).filter(isMeant)
    .length

/** An issuing call that did not simply bring the stamp. */
export const spoiltPost: Meant = ({ call, outcome }) => call === 'post' && outcome !== 'stamped'

export const anyPost: Meant = ({ call }) => call === 'post'

export const slowPost =
  (leastMs: number): Meant =>
  ({ call, startedAt, endedAt }) =>
    call === 'post' && endedAt - startedAt >= leastMs

export const deniedStatus: Meant = ({ call, outcome }) => call === 'status' && outcome === 'not_found'

/** That ended with this error of the system's. */
export const withDetail =
  (detail: RegExp): Meant =>
  (attempt) =>
    detail.test(attempt.detail)
