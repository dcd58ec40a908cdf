import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPaperComposer } from '#adapters/printing/create-paper-composer.ts'
import { drawerPulse } from '#adapters/printing/escpos-commands.ts'
import { encodePaper } from '#adapters/printing/escpos-encoder.ts'
import { createTcpPrinter, type PrinterTimeouts } from '#adapters/printing/tcp-printer.ts'
import { startVirtualPrinter, type VirtualPrinter } from '#adapters/printing/virtual-printer/virtual-printer.ts'
import { paperMarks } from '#domain/ticket/marks.ts'
import { slipLayout } from '#domain/ticket/slip-layout.ts'
import { ticketLayout } from '#domain/ticket/ticket-layout.ts'
import { FONT_FILE } from '../../unit/adapters/printing/font-file.ts'
import { anIssuedSale, QR_URL } from '../../unit/domain/ticket/sale-samples.ts'
import { ticketPdf } from './pdf-samples.ts'
import { readQr } from './read-qr.ts'

/** For a printer that does not answer; the others get the real ones, so that a busy machine fails nobody. */
const SHORT: Partial<PrinterTimeouts> = { answerMs: 50, baseMs: 200 }
const TICKET = encodePaper(ticketLayout(anIssuedSale(), 48), null, 576)

let virtual: VirtualPrinter
beforeEach(async () => {
  virtual = await startVirtualPrinter({ fontFile: FONT_FILE })
})
afterEach(() => virtual.close())

const thePrinter = (timeouts: Partial<PrinterTimeouts> = {}) =>
  createTcpPrinter({ host: '127.0.0.1', port: virtual.port, timeouts })

describe('printed', () => {
  test('a ticket, its QR readable from the paper', async () => {
    expect(await thePrinter().print(TICKET)).toEqual({ kind: 'printed' })
    expect(virtual.papers()).toMatchObject([{ width: 576, qrs: [QR_URL], unknown: [], isCut: true }])
    expect(virtual.papers().map(({ bitmap }) => readQr(bitmap))).toEqual([QR_URL])
  })

  test('on a printer that answers no question but reads it all and closes', async () => {
    virtual.setTrouble('silent')
    expect(await thePrinter().print(TICKET)).toEqual({ kind: 'printed' })
    expect(virtual.papers()).toHaveLength(1)
  })

  test.each([576, 384] as const)(
    'the official PDF at %i dots under its training band, its QR readable',
    async (dots) => {
      const narrow = await startVirtualPrinter({ fontFile: FONT_FILE, dots })
      const composer = createPaperComposer()
      const above = paperMarks({ training: true, copy: 2 }, dots === 576 ? 48 : 32)
      const bytes = await composer.compose({ kind: 'picture', pdf: await ticketPdf(), above }, dots)
      const printer = createTcpPrinter({ host: '127.0.0.1', port: narrow.port })
      expect(await printer.print(bytes)).toEqual({ kind: 'printed' })
      const [paper] = narrow.papers()
      expect(paper).toMatchObject({ width: dots, unknown: [], qrs: [], isCut: true })
      expect(paper?.text).toMatch(/ENTRENAMIENTO( ·|\n\s*)\s*SIN VALIDEZ FISCAL\n/)
      expect(paper?.text).toContain('REIMPRESIÓN 2')
      expect(paper && readQr(paper.bitmap)).toBe(QR_URL)
      await Promise.all([narrow.close(), composer.close()])
    },
  )

  test('a slip, saying what it is', async () => {
    const composer = createPaperComposer()
    const bytes = await composer.compose({ kind: 'text', blocks: slipLayout(anIssuedSale(), 32) }, 384)
    expect(await thePrinter().print(bytes)).toEqual({ kind: 'printed' })
    expect(virtual.papers()[0]?.text).toContain('COMPROBANTE DE VENTA\nNO ES DOCUMENTO FISCAL\n')
    await composer.close()
  })

  test('two papers at once come out one after the other', async () => {
    const printer = thePrinter()
    expect(await Promise.all([printer.print(TICKET), printer.print(TICKET)])).toEqual([
      { kind: 'printed' },
      { kind: 'printed' },
    ])
    expect(virtual.papers().map(({ isCut }) => isCut)).toEqual([true, true])
  })

  test('the drawer opens without a paper', async () => {
    expect(await thePrinter().print(drawerPulse())).toEqual({ kind: 'printed' })
    expect([virtual.drawerPulses(), virtual.papers()]).toEqual([1, []])
  })
})

describe('failed: surely nothing on paper', () => {
  test.each([
    ['out_of_paper', 'printer_out_of_paper'],
    ['cover_open', 'printer_cover_open'],
    ['refuses', 'printer_unreachable'],
  ] as const)('%s', async (trouble, code) => {
    virtual.setTrouble(trouble)
    expect(await thePrinter().print(TICKET)).toMatchObject({ kind: 'failed', code })
    expect(await thePrinter().status()).toMatchObject({ kind: 'trouble', code })
    virtual.setTrouble(null)
    expect(await thePrinter().status()).toEqual({ kind: 'ready' })
    expect(virtual.papers()).toEqual([])
  })

  test('nobody listens', async () => {
    await virtual.close()
    expect(await thePrinter().print(TICKET)).toMatchObject({ kind: 'failed', code: 'printer_unreachable' })
  })

  test('nobody is there (TEST-NET, RFC 5737)', async () => {
    const printer = createTcpPrinter({ host: '192.0.2.1', port: 9100, timeouts: { connectMs: 150 } })
    expect(await printer.print(TICKET)).toMatchObject({ kind: 'failed', code: 'printer_unreachable' })
  })
})

describe('unknown: perhaps on paper', () => {
  test('the connection is cut inside the paper', async () => {
    virtual.setTrouble('reset_midway')
    expect(await thePrinter().print(TICKET)).toMatchObject({ kind: 'unknown', code: 'printer_closed_early' })
  })

  test.each([
    ['a paper that the network takes whole', TICKET],
    ['a paper that gets stuck on the way', new Uint8Array(16_000_000)],
  ])('the printer accepts and never reads: %s', async (_, bytes) => {
    virtual.setTrouble('never_reads')
    const printer = thePrinter({ ...SHORT, bytesPerSecond: 1e9 })
    expect(await printer.print(bytes)).toMatchObject({ kind: 'unknown', code: 'printer_timed_out' })
  })

  test.each<[string, (socket: Socket) => void, Uint8Array]>([
    ['resets when it has it all', (socket) => socket.resetAndDestroy(), TICKET],
    ['hangs up inside a long paper', (socket) => void socket.pause().end(), new Uint8Array(16_000_000)],
  ])('a printer that answers nothing %s', async (_, onPaper, bytes) => {
    const server = createServer((socket) => {
      let received = 0
      socket.on('error', () => socket.destroy())
      socket.on('data', ({ length }) => {
        received += length
        if (received > 100) onPaper(socket)
      })
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    const printer = createTcpPrinter({ host: '127.0.0.1', port, timeouts: { answerMs: 50 } })
    expect(await printer.print(bytes)).toMatchObject({ kind: 'unknown', code: 'printer_closed_early' })
    server.close()
  })

  test('the roll ends inside the paper', async () => {
    const ending = await startVirtualPrinter({ fontFile: FONT_FILE, onPaper: () => ending.setTrouble('out_of_paper') })
    const printer = createTcpPrinter({ host: '127.0.0.1', port: ending.port })
    expect(await printer.print(TICKET)).toMatchObject({ kind: 'unknown', code: 'printer_out_of_paper' })
    await ending.close()
  })

  test('and it is given up after a time that grows with the bytes', async () => {
    virtual.setTrouble('never_reads')
    const printer = thePrinter({ ...SHORT, answerMs: 20, baseMs: 50, bytesPerSecond: 10_000 })
    const started = performance.now()
    await printer.print(new Uint8Array(3000))
    expect(performance.now() - started).toBeGreaterThan(345)
  })
})

test('a paper that broke off does not run into the next one', async () => {
  virtual.setTrouble('reset_midway')
  await thePrinter().print(TICKET)
  virtual.setTrouble(null)
  expect(await thePrinter().print(TICKET)).toEqual({ kind: 'printed' })
  expect(virtual.papers().at(-1)).toMatchObject({ qrs: [QR_URL], isCut: true, unknown: [] })
})
