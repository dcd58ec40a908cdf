import type { Refusal } from '#domain/result/refusal.ts'
import type { Result } from '#domain/result/result.ts'
import type { Engine } from '#engine/create-engine.ts'

/** Does what needs the supervisor's PIN where the shop has set one; where it is missing or wrong nothing is tried. */
export const withPermission = <Value>(
  { permission, guardDisk }: Engine,
  pin: string | undefined,
  act: () => Result<Value, Refusal>,
): Result<Value, Refusal> => {
  const allowed = permission.check(pin)
  return allowed.ok ? guardDisk(act) : allowed
}
