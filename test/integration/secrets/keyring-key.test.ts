import { expect, test } from 'vitest'
import { keyringKey } from '#adapters/secrets/keyring-key.ts'
import { aFolder } from '#support/a-folder.ts'

test('a keyring either keeps the key, or is no place for it: it never takes one and forgets it', () => {
  const account = aFolder()
  const key = `odt_${'cd'.repeat(28)}`
  const keeper = keyringKey(account)
  const kept = keeper?.write(key) ?? false
  expect(keyringKey(account)?.read() ?? null).toBe(kept ? key : null)
})
