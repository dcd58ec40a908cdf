import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, mkdirSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { OpenZip } from '#application/ports/zip-writer.ts'

const flush = async (file: string): Promise<void> => {
  const handle = await open(file, 'r+')
  await handle.sync().finally(() => handle.close())
}

/** A ZIP that is written as it grows, beside its place, and put there once it is whole and on the disk. */
export const monthZip: OpenZip = (file) => {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const temporary = `${file}.${randomUUID()}.part`
  const zip = new ZipFile()
  const written = pipeline(zip.outputStream as Readable, createWriteStream(temporary, { mode: 0o600 }))
  // Heard of at the next file or at the end, whichever comes first.
  written.catch(() => undefined)
  return {
    add: async (name, bytes, at) => {
      const source = Readable.from([bytes], { objectMode: false })
      const taken = once(source, 'end')
      zip.addReadStream(source, name, { mtime: new Date(at), size: bytes.byteLength })
      await Promise.race([taken, written])
    },
    finish: async () => {
      zip.end()
      await written
      await flush(temporary)
      await rename(temporary, file)
    },
    abandon: async () => {
      ;(zip.outputStream as Readable).destroy()
      await written.catch(() => undefined)
      await rm(temporary, { force: true })
    },
  }
}
