import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { folderArchive } from '#adapters/system/folder-archive.ts'
import { aFolder, REF } from '../../unit/application/a-till.ts'

const PDF = Buffer.from('%PDF-1.7 …')
const aFile = { externalRef: REF, kind: 'ticket', date: '2026-11-22', bytes: PDF } as const

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

test('a file is kept by year and month, for its owner alone, with nothing left beside it', () => {
  const folder = aFolder()
  const archive = folderArchive(folder)
  const kept = archive.write(aFile)
  expect(kept).toEqual({
    path: `2026/11/${REF}.${hashOf(PDF).slice(0, 8)}.ticket.pdf`,
    sha256: hashOf(PDF),
  })
  const json = archive.write({ ...aFile, kind: 'json', bytes: Buffer.from('{}') }).path
  expect(json).toBe(`2026/11/${REF}.${hashOf(Buffer.from('{}')).slice(0, 8)}.dte.json`)
  expect(readdirSync(path.join(folder, '2026/11')).sort()).toEqual(
    [json, kept.path].map((file) => path.basename(file)).sort(),
  )
  expect([archive.read(kept), statSync(path.join(folder, kept.path)).mode & 0o777]).toEqual([PDF, 0o600])
})

test('a newer ticket stands beside the one that the customer has; the same one again changes nothing', () => {
  const archive = folderArchive(aFolder())
  const first = archive.write(aFile)
  const newer = archive.write({ ...aFile, bytes: Buffer.from('%PDF-2') })
  expect(archive.write(aFile)).toEqual(first)
  expect([archive.read(first), archive.read(newer)]).toEqual([PDF, Buffer.from('%PDF-2')])
})

test('what was changed, or is gone, is not given out', () => {
  const folder = aFolder()
  const archive = folderArchive(folder)
  const kept = archive.write(aFile)
  writeFileSync(path.join(folder, kept.path), '%PDF-1.7 ..')
  expect([archive.read(kept), archive.read({ ...kept, path: '2026/11/missing' })]).toEqual([null, null])
})

test('a ref never leads out of the archive', () => {
  const folder = aFolder()
  const { path: where } = folderArchive(path.join(folder, 'files')).write({ ...aFile, externalRef: '../../x/y' })
  expect([where, readdirSync(folder)]).toEqual([`2026/11/.._.._x_y.${hashOf(PDF).slice(0, 8)}.ticket.pdf`, ['files']])
})

test.runIf(process.platform !== 'win32')('a disk that takes only part of a file has not kept it', () => {
  const folder = aFolder()
  const script = `
    const { folderArchive } = await import(process.argv[1])
    try {
      folderArchive(process.argv[2]).write({ externalRef: 'REF', kind: 'json', date: '2026-11-22', bytes: Buffer.alloc(5000, 'x') })
      console.log('kept')
    } catch (cause) { console.log(cause.code) }`
  const module = path.join(import.meta.dirname, '../../../src/adapters/system/folder-archive.ts')
  // A file may grow to 2 kB here: the first write is cut short, the next one fails, as on a full disk.
  const limited = 'ulimit -f 4; exec "$0" --input-type=module -e "$1" "$2" "$3"'
  const { stdout } = spawnSync('sh', ['-c', limited, process.execPath, script, module, folder], { encoding: 'utf8' })
  const file = path.join(folder, '2026/11/REF.dte.json')
  expect({ said: stdout.trim(), bytes: existsSync(file) ? readFileSync(file).length : 0 }).toEqual({
    said: 'EFBIG',
    bytes: 0,
  })
})
