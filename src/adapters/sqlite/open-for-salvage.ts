import {
  closeSync,
  copyFileSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { type Connection, DatabaseNotOpened, readMigrations } from './open-database.ts'

const MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100
const MOST_BYTES = 65_536

/** Byte offsets in the header, as SQLite's file format has them. */
const PAGE_SIZE_AT = 16
const CHANGES_AT = 24
const PAGES_AT = 28
const SIZE_VALID_FOR_AT = 92

const firstBytes = (file: string, count: number): Buffer => {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(count)
    return bytes.subarray(0, readSync(handle, bytes, 0, count, 0))
  } finally {
    closeSync(handle)
  }
}

const isHeader = (bytes: Buffer): boolean =>
  bytes.length >= HEADER_BYTES && bytes.subarray(0, MAGIC.length).toString('latin1') === MAGIC

const pageSizeIn = (header: Buffer): number => {
  const size = header.readUInt16BE(PAGE_SIZE_AT)
  return size === 1 ? 65_536 : size
}

/** Writes this first page over the file's own, with a header that goes by the size that the file has now. */
const writeFirstPage = (file: string, page: Buffer): void => {
  const handle = openSync(file, 'r+')
  try {
    const mended = Buffer.from(page)
    mended.writeUInt32BE(Math.floor(fstatSync(handle).size / pageSizeIn(page)), PAGES_AT)
    // Where these two differ, SQLite counts the pages itself.
    mended.writeUInt32BE((mended.readUInt32BE(CHANGES_AT) + 1) >>> 0, SIZE_VALID_FOR_AT)
    writeSync(handle, mended, 0, mended.length, 0)
  } finally {
    closeSync(handle)
  }
}

const firstPage = (file: string): Buffer | null => {
  const bytes = firstBytes(file, MOST_BYTES)
  return isHeader(bytes) ? bytes.subarray(0, pageSizeIn(bytes)) : null
}

const isNewer = (connection: Connection): boolean =>
  Number(connection.pragma('user_version', { simple: true })) > (readMigrations().at(-1)?.version ?? 0)

/** Without a migration, which would read every page: rows are asked for by their keys, and older ones merely lack columns. */
const tryOpen = (file: string): Connection | null => {
  let connection: Connection | undefined
  try {
    connection = new Database(file, { fileMustExist: true })
    if (isNewer(connection)) throw new DatabaseNotOpened({ code: 'database_unreadable', detail: 'newer' })
    // A page whose cells cannot be right is an error and never a made-up row.
    connection.pragma('cell_size_check = ON')
    connection.prepare('SELECT sale_number FROM sale WHERE sale_number = 0').all()
    return connection
  } catch (cause) {
    connection?.close()
    if (cause instanceof Database.SqliteError || cause instanceof DatabaseNotOpened) return null
    throw cause
  }
}

const copyInto = (folder: string, file: string): string => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const copy = path.join(folder, 'till.db')
  copyFileSync(file, copy)
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
  return copy
}

/**
 * Opens a copy, in a folder of its own, of a database that may be damaged, as far as that can be done: as it is, by the size that it has now,
 * or with the first page of its backup, whose tables begin at the same pages. The file itself is only read. Null where nothing of it opens.
 */
export const openForSalvage = (file: string, folder: string, backup: string | null): Connection | null => {
  if (!existsSync(file)) return null
  const mendings: readonly (() => Buffer | null)[] = [
    () => firstPage(file),
    () => (backup === null ? null : firstPage(backup)),
  ]
  const asItIs = tryOpen(copyInto(folder, file))
  if (asItIs) return asItIs
  for (const mending of mendings) {
    const page = mending()
    if (page === null) continue
    const copy = copyInto(folder, file)
    writeFirstPage(copy, page)
    const mended = tryOpen(copy)
    if (mended) return mended
  }
  return null
}
