import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPrinter } from '#adapters/printing/create-printer.ts'
import { encodePaper } from '#adapters/printing/escpos-encoder.ts'
import { renderBytes } from '#adapters/printing/virtual-printer/render-bytes.ts'
import { startVirtualPrinter } from '#adapters/printing/virtual-printer/virtual-printer.ts'
import { slipLayout } from '#domain/ticket/slip-layout.ts'
import { FONT_FILE } from '../../unit/adapters/printing/font-file.ts'
import { anIssuedSale } from '../../unit/domain/ticket/sale-samples.ts'

const OPTIONS = { fontFile: FONT_FILE, dots: 384 } as const
const SLIP = encodePaper(slipLayout(anIssuedSale(), 32), null, 384)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'torogoz-printer-'))
})
afterEach(() => rm(folder, { recursive: true }))

test('a folder gets each paper as bytes and as a picture, in order', async () => {
  const papers = join(folder, 'papers')
  const printer = createPrinter({ kind: 'folder', folder: papers }, OPTIONS)
  expect(await printer.status()).toEqual({ kind: 'ready' })
  expect([await printer.print(SLIP), await printer.print(SLIP)]).toEqual([{ kind: 'printed' }, { kind: 'printed' }])
  const names = (await readdir(papers)).sort()
  expect(names.map((name) => name.replace(/^\d{8}-\d{6}-\d{3}-\d+-/, ''))).toEqual([
    '0001.bin',
    '0001.png',
    '0002.bin',
    '0002.png',
  ])
  const [paper] = renderBytes(SLIP, OPTIONS)
  expect(await readFile(join(papers, names[0] ?? ''))).toEqual(Buffer.from(SLIP))
  expect(await readFile(join(papers, names[1] ?? ''))).toEqual(Buffer.from(paper?.png ?? []))
})

test('a folder that cannot be written fails', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  const printer = createPrinter({ kind: 'folder', folder: join(file, 'papers') }, OPTIONS)
  expect(await printer.print(SLIP)).toMatchObject({ kind: 'failed', code: 'printer_folder_unwritable' })
  expect(await printer.status()).toMatchObject({ kind: 'trouble', code: 'printer_folder_unwritable' })
})

test('no printer prints nothing, and says so', async () => {
  const printer = createPrinter({ kind: 'none' }, OPTIONS)
  expect(await printer.print(SLIP)).toMatchObject({ kind: 'failed', code: 'printer_not_configured' })
  expect(await printer.status()).toEqual({ kind: 'none' })
})

test('the virtual printer keeps its last 200 papers', async () => {
  const virtual = await startVirtualPrinter({ fontFile: FONT_FILE, dots: 384 })
  const papers = Array.from({ length: 203 }, (_, index) => `paper ${index}\n\u001dV\u0000`).join('')
  const printer = createPrinter({ kind: 'tcp', host: '127.0.0.1', port: virtual.port }, OPTIONS)
  expect(await printer.print(Buffer.from(papers, 'latin1'))).toEqual({ kind: 'printed' })
  expect([virtual.papers().length, virtual.papers()[0]?.text]).toEqual([200, 'paper 3'])
  await virtual.close()
})
