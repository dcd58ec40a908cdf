import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { FileArchive } from '#application/ports/file-archive.ts'

const EXTENSIONS = { ticket: '.ticket.pdf', json: '.dte.json' } as const

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Makes a rename in this folder durable; Windows keeps no such promise and needs none. */
const flushFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Whole or not at all: written beside, flushed, then renamed over. Throws, and leaves nothing, where the disk takes no more. */
const writeDurably = (file: string, bytes: Uint8Array): void => {
  mkdirSync(path.dirname(file), { recursive: true })
  const temporary = `${file}.${process.pid}.part`
  try {
    const handle = openSync(temporary, 'w', 0o600)
    try {
      writeFileSync(handle, bytes)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(temporary, file)
    flushFolder(path.dirname(file))
  } catch (cause) {
    rmSync(temporary, { force: true })
    throw cause
  }
}

/**
 * Files by year and month of their business day, and by what is in them: `2026/11/REF.1a2b3c4d.ticket.pdf`. A newer ticket of the same document
 * stands beside the one that was given to the customer.
 */
export const folderArchive = (root: string): FileArchive => ({
  write: ({ externalRef, kind, date, bytes }) => {
    const [year = '', month = ''] = date.split('-')
    const hash = sha256(bytes)
    const name = `${externalRef.replaceAll(/[^\w.-]/g, '_')}.${hash.slice(0, 8)}${EXTENSIONS[kind]}`
    const relative = [year, month, name].join('/')
    writeDurably(path.join(root, relative), bytes)
    return { path: relative, sha256: hash }
  },
  read: (file) => {
    try {
      const bytes = readFileSync(path.join(root, file.path))
      return sha256(bytes) === file.sha256 ? bytes : null
    } catch {
      return null
    }
  },
})
