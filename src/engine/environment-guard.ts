import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { SignedFacts } from '#application/ports/fiscal-api.ts'
import type { SettingsStore } from '#application/ports/settings-store.ts'
import type { Instant } from '#domain/clock/local-time.ts'
import { ENVIRONMENTS, type Environment } from '#domain/document/environment.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'

/** one_by_one: the next document only once it is known what the one before it came to, signed JSON included. */
export type Posts = 'freely' | 'one_by_one' | 'none'

export type EnvironmentGuard = {
  /** How documents may be posted with the key and the setting as they are now. */
  posts(): Posts
  /** Why nothing may be sold; null where it may. */
  stopped(): Refusal<'environment_wrong'> | null
  /** When the signed JSON told that it is another environment than the shop's; null where it did not. */
  wrongSince(): Instant | null
  /** Documents issued before tell nothing of this key. */
  since(): Instant
  /** Notes when this key was first used at this address: to be called before documents go out. */
  look(now: Instant): void
  /** What a signed JSON says, in the caller's transaction. */
  heard(document: Pick<FiscalDocument, 'issuedAt'>, signed: Pick<SignedFacts, 'environment'>, now: Instant): void
  /** Somebody entered a key: what the same key did before is no longer known. */
  askAnew(): void
  /** Another process may have heard. */
  reload(): void
}

type Dependencies = {
  readonly store: SettingsStore
  /** A simulator's documents are worth nothing in either environment. */
  readonly isTraining: boolean
  readonly key: () => string | null
  readonly shop: () => { readonly apiUrl: string; readonly environment: Environment }
}

const NAME = 'environments'
const NEVER: Instant = Number.MAX_SAFE_INTEGER

const known = z.object({ since: z.int(), environment: z.enum(ENVIRONMENTS).nullable(), toldAt: z.int().nullable() })
const kept = z.record(z.string(), known)

/**
 * Holds what the shop says (test or production) against what the documents of its key are: only a signed JSON tells (Ocote API contract, §1).
 * Kept by a fingerprint of key and address, so that another key is asked anew and a restart is not.
 *
 * Decided: what the newest signed JSON says counts, not only the first, because the API's side may move a key to the other environment.
 */
export const openEnvironmentGuard = ({ store, isTraining, key, shop }: Dependencies): EnvironmentGuard => {
  const read = () => kept.catch({}).parse(store.read(NAME) ?? {})
  let all = read()
  let named = { by: '', fingerprint: '' }

  const fingerprint = (): string | null => {
    const secret = key()
    if (secret === null) return null
    const by = `${secret} ${shop().apiUrl}`
    if (named.by !== by) named = { by, fingerprint: createHash('sha256').update(by).digest('hex') }
    return named.fingerprint
  }
  const current = () => {
    const own = fingerprint()
    return own === null ? null : (all[own] ?? null)
  }
  const note = (what: z.output<typeof known>): void => {
    const own = fingerprint()
    if (own === null) return
    store.write(NAME, { ...all, [own]: what })
    all = { ...all, [own]: what }
  }
  const wrongSince = (): Instant | null => {
    const own = isTraining ? null : current()
    return own && own.environment !== null && own.environment !== shop().environment ? own.toldAt : null
  }

  return {
    posts: () => {
      if (isTraining || key() === null) return 'freely'
      if (wrongSince() !== null) return 'none'
      return current()?.environment == null ? 'one_by_one' : 'freely'
    },
    stopped: () => (wrongSince() === null ? null : refusal('environment_wrong')),
    wrongSince,
    since: () => current()?.since ?? NEVER,
    look: (now) => {
      const own = current()
      if (isTraining || (own !== null && own.since <= now)) return
      // A clock that was set back would hide every document from now on.
      note({ environment: null, toldAt: null, ...own, since: now })
    },
    heard: ({ issuedAt }, { environment }, now) => {
      const own = current()
      if (isTraining || own === null || environment === null || own.environment === environment) return
      if (issuedAt !== null && issuedAt >= own.since) note({ ...own, environment, toldAt: now })
    },
    askAnew: () => {
      const own = fingerprint()
      if (own === null) return
      const { [own]: _, ...others } = all
      store.write(NAME, others)
      all = others
    },
    reload: () => {
      all = read()
    },
  }
}
