import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPdfRaster, type PdfRaster } from '#adapters/printing/pdf-raster.ts'
import { thresholdPage } from '#adapters/printing/raster-page.ts'
import { QR_URL } from '../../unit/domain/ticket/sale-samples.ts'
import { ticketPdf } from './pdf-samples.ts'
import { readQr } from './read-qr.ts'

const run = promisify(execFile)

let raster: PdfRaster
let folder: string
beforeAll(async () => {
  raster = createPdfRaster()
  folder = await mkdtemp(join(tmpdir(), 'torogoz-raster-'))
})
afterAll(async () => {
  await raster.close()
  await rm(folder, { recursive: true })
})

const inkedDots = (data: Uint8Array): number =>
  data.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)

describe('a PDF as a picture', () => {
  test.each([576, 384] as const)(
    'is exactly %i dots wide, its QR readable, without the blank rows at its end',
    async (dots) => {
      const bitmap = await raster.rasterise(await ticketPdf(), dots)
      expect(bitmap.width).toBe(dots)
      expect(bitmap.data.length).toBe((dots / 8) * bitmap.height)
      // The QR ends 64 mm down an 80 mm wide page.
      expect(bitmap.height).toBeGreaterThanOrEqual(Math.floor((dots * 64) / 80) - 2)
      expect(bitmap.height).toBeLessThanOrEqual(Math.ceil((dots * 64) / 80) + 2)
      expect(readQr(bitmap)).toBe(QR_URL)
    },
  )

  test('has all pages one under another', async () => {
    const one = await raster.rasterise(await ticketPdf(), 576)
    const three = await raster.rasterise(await ticketPdf({ pages: 3 }), 576)
    expect(three.height).toBe(3 * one.height + 2 * 16)
    expect(inkedDots(three.data)).toBe(3 * inkedDots(one.data))
  })

  test('is what pdftoppm makes of it, edges of strokes aside', async (context) => {
    const file = join(folder, 'ticket.pdf')
    const pdf = await ticketPdf()
    await writeFile(file, pdf)
    const there = await run('pdftoppm', [
      '-gray',
      '-scale-to-x',
      '576',
      '-scale-to-y',
      '-1',
      '-singlefile',
      file,
      file,
    ]).then(
      () => true,
      () => false,
    )
    if (!there) return context.skip('pdftoppm is not installed')

    const pgm = await readFile(`${file}.pgm`)
    const header = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40))
    const [width, height] = [Number(header?.[1]), Number(header?.[2])]
    const reference = thresholdPage(pgm.subarray(header?.[0].length), width, height)
    const ours = await raster.rasterise(pdf, 576)
    expect(reference.width).toBe(576)
    expect(Math.abs(reference.height - ours.height)).toBeLessThanOrEqual(2)
    const different = ours.data.map((byte, index) => byte ^ (reference.data[index] ?? 0))
    expect(inkedDots(different)).toBeLessThan(0.15 * inkedDots(reference.data))
  })
})

describe('what cannot be a picture is rejected with its reason', () => {
  test.each([
    ['no PDF at all', new TextEncoder().encode('<html>503</html>'), /not in PDF format/],
    ['nothing', new Uint8Array(), /cannot be made a picture/],
  ])('%s', async (_, pdf, reason) => {
    await expect(raster.rasterise(pdf, 576)).rejects.toThrow(reason)
  })

  test('a PDF that broke off', async () => {
    const pdf = await ticketPdf()
    await expect(raster.rasterise(pdf.subarray(0, 300), 576)).rejects.toThrow(/cannot be made a picture/)
  })

  test('more than three metres of paper', async () => {
    await expect(raster.rasterise(await ticketPdf({ pages: 30 }), 576)).rejects.toThrow(/longer than/)
  })

  test('and the next one is drawn as if nothing had happened', async () => {
    expect(readQr(await raster.rasterise(await ticketPdf(), 576))).toBe(QR_URL)
  })
})

describe('the worker', () => {
  const FRAGILE = `
    import { parentPort } from 'node:worker_threads'
    parentPort.on('message', ({ id, pdf }) => {
      if (pdf[0] === 1) process.exit(3)
      if (pdf[0] === 2) for (;;);
      parentPort.postMessage({ id, bitmap: { width: 8, height: 1, data: pdf } })
    })`

  const aFragileRaster = async (options = {}) => {
    const file = join(folder, 'fragile-worker.mjs')
    await writeFile(file, FRAGILE)
    return createPdfRaster({ worker: pathToFileURL(file), ...options })
  }

  test('that crashes rejects what is pending, and the next call has a new one', async () => {
    const fragile = await aFragileRaster()
    await expect(fragile.rasterise(Uint8Array.of(1), 576)).rejects.toThrow('the picture worker ended (3)')
    expect(await fragile.rasterise(Uint8Array.of(9), 576)).toMatchObject({ data: Uint8Array.of(9) })
    await fragile.close()
  })

  test('that hangs is ended', async () => {
    const fragile = await aFragileRaster({ timeoutMs: 200 })
    await expect(fragile.rasterise(Uint8Array.of(2), 576)).rejects.toThrow('the picture worker ended')
  })

  test('that is closed rejects what is pending and comes back when asked', async () => {
    const fragile = await aFragileRaster()
    const pending = expect(fragile.rasterise(Uint8Array.of(2), 576)).rejects.toThrow('the picture worker ended')
    await fragile.close()
    await pending
    expect(await fragile.rasterise(Uint8Array.of(9), 576)).toMatchObject({ width: 8 })
    await fragile.close()
  })
})
