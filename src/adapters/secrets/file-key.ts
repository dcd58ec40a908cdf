import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import type { SecretKeeper } from '#application/ports/secret-keeper.ts'

/** How a key is written into its file: sealed by the operating system where it can, as it is otherwise. */
export type Seal = {
  readonly kind: Extract<SecretKeeper['kind'], 'safe_storage' | 'file'>
  close(key: string): string
  open(sealed: string): string
}

const PLAIN: Seal = { kind: 'file', close: (key) => key, open: (sealed) => sealed }

/** A file that only its owner may read (0600). An unreadable one is no key. */
export const fileKey = (file: string, seal: Seal = PLAIN): SecretKeeper => ({
  kind: seal.kind,
  read: () => {
    try {
      return seal.open(readFileSync(file, 'utf8').trim()) || null
    } catch {
      return null
    }
  },
  write: (key) => {
    try {
      writeFileSync(file, `${seal.close(key)}\n`, { mode: 0o600 })
      chmodSync(file, 0o600)
      return true
    } catch {
      return false
    }
  },
})
