import { createServer, type Server, type Socket } from 'node:net'
import { readBitmapFont } from './bitmap-font.ts'
import { createPaperDecoder } from './paper-decoder.ts'
import type { VirtualPaper } from './virtual-paper.ts'

/**
 * What a real printer does on a bad day. silent: prints, and answers no question · reset_midway: cuts the connection inside a paper ·
 * never_reads: accepts and takes nothing · refuses: cuts the connection at once.
 */
export type PrinterTrouble = 'out_of_paper' | 'cover_open' | 'silent' | 'reset_midway' | 'never_reads' | 'refuses'

type VirtualPrinterOptions = {
  /** 0 for any that is free. */
  readonly port?: number
  readonly fontFile: string
  readonly dots?: number
  readonly onPaper?: (paper: VirtualPaper) => void
}

export type VirtualPrinter = {
  readonly port: number
  /** tcp://127.0.0.1:port */
  readonly address: string
  /** Oldest first, at most the last 200. */
  papers(): readonly VirtualPaper[]
  /** How often the drawer was opened. */
  drawerPulses(): number
  setTrouble(trouble: PrinterTrouble | null): void
  close(): Promise<void>
}

const MOST_PAPERS = 200
/** Past the questions and the preamble, before the end of any paper. */
const RESET_AFTER_BYTES = 100

const WELL = 0x12
/** Answers to DLE EOT 1, 2 and 4 (Epson's ESC/POS reference). 3 tells of errors, and there are none. */
const STATUS: Readonly<Record<'well' | 'out_of_paper' | 'cover_open', Readonly<Record<number, number>>>> = {
  well: {},
  out_of_paper: { 1: WELL | 0x08, 2: WELL | 0x20, 4: WELL | 0x60 },
  cover_open: { 1: WELL | 0x08, 2: WELL | 0x04 },
}

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })

/** A receipt printer on a loopback port that shows what it prints. Rejects where the port is taken or the font not there. */
export const startVirtualPrinter = async (options: VirtualPrinterOptions): Promise<VirtualPrinter> => {
  const font = readBitmapFont(options.fontFile)
  const papers: VirtualPaper[] = []
  const sockets = new Set<Socket>()
  let trouble: PrinterTrouble | null = null
  let drawerPulses = 0

  const keep = (paper: VirtualPaper): void => {
    papers.push(paper)
    if (papers.length > MOST_PAPERS) papers.shift()
    options.onPaper?.(paper)
  }

  const serve = (socket: Socket): void => {
    let received = 0
    const decoder = createPaperDecoder({
      font,
      dots: options.dots ?? 576,
      onPaper: keep,
      onDrawerPulse: () => {
        drawerPulses += 1
      },
      onStatus: (question) => {
        if (trouble === 'silent') return
        const state = trouble === 'out_of_paper' || trouble === 'cover_open' ? trouble : 'well'
        socket.write(Uint8Array.of(STATUS[state][question] ?? WELL))
      },
    })
    socket.on('data', (chunk) => {
      received += chunk.length
      if (trouble === 'reset_midway' && received > RESET_AFTER_BYTES) {
        decoder.write(chunk.subarray(0, chunk.length >> 1))
        socket.resetAndDestroy()
      } else decoder.write(chunk)
    })
    socket.on('end', () => socket.end())
    socket.on('close', () => decoder.end())
  }

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => sockets.delete(socket))
    if (trouble === 'refuses') socket.resetAndDestroy()
    else if (trouble !== 'never_reads') serve(socket)
  })
  const port = await listening(server, options.port ?? 0)

  return {
    port,
    address: `tcp://127.0.0.1:${port}`,
    papers: () => papers,
    drawerPulses: () => drawerPulses,
    setTrouble: (next) => {
      trouble = next
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
