import { Entry } from '@napi-rs/keyring'
import type { SecretKeeper } from '#application/ports/secret-keeper.ts'

const SERVICE = 'Torogoz POS'

/** The kernel's own keyring, to which the library would fall back, forgets at every restart of the machine: no place for a key. */
const LASTING = { linux: { store: 'secret-service' } } as const

/** The operating system's keyring; `account` tells installations apart. Null where this machine has none that answers. */
export const keyringKey = (account: string): SecretKeeper | null => {
  try {
    const entry = new Entry(SERVICE, account, LASTING)
    entry.getPassword()
    return {
      kind: 'keyring',
      read: () => {
        try {
          return entry.getPassword()
        } catch {
          return null
        }
      },
      write: (key) => {
        try {
          entry.setPassword(key)
          return true
        } catch {
          return false
        }
      },
    }
  } catch {
    return null
  }
}
