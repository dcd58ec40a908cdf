import { expect, test } from 'vitest'
import { safeStorageSeal } from '../../../src/main/safe-storage-seal.ts'

type Backend = 'basic_text' | 'gnome_libsecret' | 'kwallet6' | 'unknown'

const aStorage = (backend: Backend, isAvailable = true) => ({
  isEncryptionAvailable: () => isAvailable,
  getSelectedStorageBackend: () => backend,
  encryptString: (plain: string) => Buffer.from([...plain].reverse().join('')),
  decryptString: (sealed: Buffer) => [...sealed.toString()].reverse().join(''),
})

test('what is sealed opens again, and is not the key', () => {
  const seal = safeStorageSeal(aStorage('gnome_libsecret'), 'linux')
  const sealed = seal?.close('odt_1234') ?? ''
  expect(Buffer.from(sealed, 'base64').toString()).toBe('4321_tdo')
  expect(seal?.open(sealed)).toBe('odt_1234')
})

test.each([
  ['a Linux desktop with a keyring', aStorage('kwallet6'), 'linux', 'safe_storage'],
  ['a Linux desktop without one', aStorage('basic_text'), 'linux', undefined],
  ['a Linux desktop not yet ready', aStorage('unknown'), 'linux', undefined],
  ['a system that cannot encrypt', aStorage('gnome_libsecret', false), 'linux', undefined],
  ['Windows, which names no backend', aStorage('unknown'), 'win32', 'safe_storage'],
] as const)('%s', (_, storage, platform, kind) => {
  expect(safeStorageSeal(storage, platform)?.kind).toBe(kind)
})
