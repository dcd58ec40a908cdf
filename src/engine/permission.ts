import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { SettingsStore } from '#application/ports/settings-store.ts'
import type { Clock } from '#application/ports/system.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, ok, type Result } from '#domain/result/result.ts'

const NAME = 'supervisor_pin'
const PIN = /^\d{4,8}$/
const HASH_BYTES = 32
/** So many wrong ones in a row, and the next is looked at only after a pause. */
const WRONG_BEFORE_PAUSE = 5
const PAUSE_MS = 30_000

const kept = z.object({ salt: z.string(), hash: z.string() }).nullable()

export type Permission = {
  isAsked(): boolean
  /** Whether this PIN lets somebody cancel or take back; any where the shop has set none. */
  check(pin: string | undefined): Result<null, Refusal>
  /** Empty takes it away. */
  save(pin: string, current: string): Result<null, Refusal>
}

/** The supervisor's PIN, kept as a salted hash with the shop's settings. Guessing it is slowed down, not made impossible: it guards a till, not a vault. */
export const openPermission = (store: SettingsStore, clock: Clock): Permission => {
  let wrong = 0
  let pausedUntil = 0
  const read = () => kept.catch(null).parse(store.read(NAME) ?? null)
  const hashOf = (pin: string, salt: string) => scryptSync(pin, Buffer.from(salt, 'hex'), HASH_BYTES)

  const check: Permission['check'] = (pin) => {
    const own = read()
    if (own === null) return ok(null)
    if (pin === undefined || pin === '') return fail(refusal('pin_required', 'pin'))
    const now = clock.now()
    // A clock that was set back makes no pause longer than it was meant.
    if (now < pausedUntil && pausedUntil - now <= PAUSE_MS)
      return fail(refusal('pin_paused', 'pin', { seconds: Math.ceil((pausedUntil - now) / 1000) }))
    if (timingSafeEqual(hashOf(pin, own.salt), Buffer.from(own.hash, 'hex'))) {
      wrong = 0
      return ok(null)
    }
    wrong += 1
    if (wrong % WRONG_BEFORE_PAUSE === 0) pausedUntil = now + PAUSE_MS
    return fail(refusal('pin_wrong', 'pin'))
  }
  return {
    isAsked: () => read() !== null,
    check,
    save: (pin, current) => {
      const allowed = check(current)
      if (!allowed.ok) return allowed
      if (pin !== '' && !PIN.test(pin)) return fail(refusal('pin_invalid', 'pin'))
      const salt = randomBytes(16).toString('hex')
      store.write(NAME, pin === '' ? null : { salt, hash: hashOf(pin, salt).toString('hex') })
      return ok(null)
    },
  }
}
