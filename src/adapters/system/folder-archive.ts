import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FileArchive } from '#application/ports/file-archive.ts'
import type { KeptKind } from '#domain/document/document-type.ts'
import { writeDurably } from './durable-file.ts'

const EXTENSIONS: Readonly<Record<KeptKind, string>> = {
  ticket: '.ticket.pdf',
  invoice: '.carta.pdf',
  json: '.dte.json',
  note_invoice: '.nota.carta.pdf',
  note_json: '.nota.dte.json',
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

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
