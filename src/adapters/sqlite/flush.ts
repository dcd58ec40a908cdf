import { closeSync, fsyncSync, openSync, renameSync } from 'node:fs'
import path from 'node:path'

const flush = (name: string, flags: string): void => {
  const handle = openSync(name, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Everything of this file is on disk when it returns. */
export const flushFile = (file: string): void => flush(file, 'r+')

/** Makes renames in this folder durable; Windows keeps no such promise and needs none. */
export const flushFolder = (folder: string): void => {
  if (process.platform !== 'win32') flush(folder, 'r')
}

/** The whole file takes the place of the other, or nothing changes. */
export const putInPlace = (temporary: string, file: string): void => {
  flushFile(temporary)
  renameSync(temporary, file)
  flushFolder(path.dirname(file))
}
