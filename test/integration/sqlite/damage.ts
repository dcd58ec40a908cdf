import { closeSync, openSync, statSync, truncateSync, writeSync } from 'node:fs'

const PAGE = 4096

const write = (file: string, bytes: Buffer, at: number): void => {
  const handle = openSync(file, 'r+')
  writeSync(handle, bytes, 0, bytes.length, at)
  closeSync(handle)
}

/** Breaks a database file as a bad disk does. */
export const damage = (file: string) => {
  const pages = Math.floor(statSync(file).size / PAGE)
  const garbage = Buffer.alloc(PAGE, 0xa5)
  return {
    pages,
    /** Overwrites one whole page: by its number from 1, or the one in the middle of the file. */
    flips: (page: number | 'middle'): void =>
      write(file, garbage, ((page === 'middle' ? pages >> 1 : page) - 1) * PAGE),
    zeroesHeader: (): void => write(file, Buffer.alloc(100), 0),
    truncates: (): void => truncateSync(file, (pages >> 1) * PAGE),
  }
}
