import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const flush = (name: string, flags: string): void => {
  const handle = openSync(name, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Shares and sticks that keep no such promise say so. */
const CANNOT_FLUSH_FOLDERS: readonly string[] = ['EINVAL', 'ENOTSUP', 'EISDIR', 'EPERM']

/** Makes a rename in this folder durable, where that can be; Windows keeps no such promise and needs none. */
const flushFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  try {
    flush(folder, 'r')
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && CANNOT_FLUSH_FOLDERS.includes(String(cause.code)))) throw cause
  }
}

/** Whole or not at all: made beside, flushed, then renamed over. Throws, and leaves nothing, where the disk takes no more. */
const putInPlace = (file: string, make: (temporary: string) => void): void => {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${process.pid}.part`
  try {
    make(temporary)
    flush(temporary, 'r+')
    renameSync(temporary, file)
    flushFolder(path.dirname(file))
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause
  }
}

export const writeDurably = (file: string, bytes: Uint8Array | string): void =>
  putInPlace(file, (temporary) => writeFileSync(temporary, bytes, { mode: 0o600 }))

export const copyDurably = (from: string, to: string): void =>
  putInPlace(to, (temporary) => copyFileSync(from, temporary))
