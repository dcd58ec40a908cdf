import { createCipheriv, createDecipheriv, createHash } from 'node:crypto'
import { app } from './app.ts'

/** Says of itself that it protects nothing: the key is written here, so that a second start can open what a first has sealed. */
const MARK = Buffer.from('sealed by a stand-in, secret to nobody:')
const KEY = createHash('sha256').update('stand-in').digest()
const START = Buffer.alloc(16)

export const safeStorage = {
  isEncryptionAvailable: (): boolean => app.isReady(),
  getSelectedStorageBackend: (): string => (app.isReady() ? 'gnome_libsecret' : 'unknown'),
  encryptString: (plain: string): Buffer => {
    const cipher = createCipheriv('aes-256-cbc', KEY, START)
    return Buffer.concat([MARK, cipher.update(plain, 'utf8'), cipher.final()])
  },
  decryptString: (sealed: Buffer): string => {
    if (!sealed.subarray(0, MARK.length).equals(MARK)) throw new Error('not sealed by this storage')
    const cipher = createDecipheriv('aes-256-cbc', KEY, START)
    return Buffer.concat([cipher.update(sealed.subarray(MARK.length)), cipher.final()]).toString('utf8')
  },
}
