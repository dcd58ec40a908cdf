import { isApiKey } from '#adapters/ocote/api-url.ts'
import type { SecretKeeper } from '#application/ports/secret-keeper.ts'

export type Keys = {
  read(): string | null
  /** Where the key in use is kept, or 'none'. */
  store(): SecretKeeper['kind'] | 'none'
  /** Keeps a key in the safest place that takes it; false where none does. */
  write(key: string): boolean
}

/** The API key over all the places where this machine may keep one, the safest first. Read once, then kept in memory. */
export const openKeys = (keepers: readonly SecretKeeper[]): Keys => {
  const found = (): { readonly key: string; readonly kind: SecretKeeper['kind'] } | null => {
    for (const keeper of keepers) {
      const key = keeper.read()
      if (key !== null && isApiKey(key)) return { key, kind: keeper.kind }
    }
    return null
  }
  let current = found()
  return {
    read: () => current?.key ?? null,
    store: () => current?.kind ?? 'none',
    write: (key) => {
      const kept = keepers.some((keeper) => keeper.write(key) && keeper.read() === key)
      current = found()
      return kept
    },
  }
}
