import type { Engine } from '#engine/create-engine.ts'

/** The simulator's key as one whose first signed JSON was seen long ago: a story that is not about that begins after it. */
export const agreeOnEnvironment = ({ environmentGuard, clock }: Pick<Engine, 'environmentGuard' | 'clock'>): void => {
  const now = clock.now()
  environmentGuard.look(now)
  environmentGuard.heard({ issuedAt: now }, { environment: '00' }, now)
}
