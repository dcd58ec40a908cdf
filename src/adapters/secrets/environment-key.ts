import type { SecretKeeper } from '#application/ports/secret-keeper.ts'

/** A key given to this start alone, by the environment; never written anywhere. */
export const environmentKey = (key: string): SecretKeeper => ({
  kind: 'environment',
  read: () => key,
  write: () => false,
})
