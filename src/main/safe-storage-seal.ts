import type { SafeStorage } from 'electron'
import type { Seal } from '#engine/live-config.ts'

type Storage = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>

/** Linux without a keyring "seals" with a password that everybody knows. */
const isReal = (storage: Storage, platform: NodeJS.Platform): boolean =>
  storage.isEncryptionAvailable() &&
  (platform !== 'linux' || !['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend()))

/**
 * Seals the API key with the operating system's own storage. Undefined where it has none that deserves the name: then the keyring or a
 * 0600 file keeps it, and the settings say which. To be called once the app is ready.
 */
export const safeStorageSeal = (storage: Storage, platform: NodeJS.Platform): Seal | undefined =>
  isReal(storage, platform)
    ? {
        kind: 'safe_storage',
        close: (key) => storage.encryptString(key).toString('base64'),
        open: (sealed) => storage.decryptString(Buffer.from(sealed, 'base64')),
      }
    : undefined
