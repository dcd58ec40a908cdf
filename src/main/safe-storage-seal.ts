import type { SafeStorage } from 'electron'
import type { Seal } from '#engine/live-config.ts'

/** Seals the API key with the operating system's own storage; undefined where it has none, and a 0600 file keeps it. */
export const safeStorageSeal = (storage: SafeStorage): Seal | undefined =>
  storage.isEncryptionAvailable()
    ? {
        kind: 'safe_storage',
        close: (key) => storage.encryptString(key).toString('base64'),
        open: (sealed) => storage.decryptString(Buffer.from(sealed, 'base64')),
      }
    : undefined
