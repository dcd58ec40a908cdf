import { Worker } from 'node:worker_threads'
import type { PaperDots } from '#application/ports/printing.ts'
import type { Bitmap } from './bitmap.ts'
import type { RasterAnswer, RasterRequest } from './raster-worker.ts'

export type PdfRaster = {
  /** All pages one under another, exactly `dots` wide. Rejects with an Error that says why the PDF cannot be a picture. */
  rasterise(pdf: Uint8Array, dots: PaperDots): Promise<Bitmap>
  /** Whether it can be opened and has a page; false also where that takes too long. */
  opens(pdf: Uint8Array): Promise<boolean>
  /** Ends the worker; what was pending is rejected. The next call starts a new one. */
  close(): Promise<void>
}

type Waiting = { resolve(bitmap: Bitmap | null): void; reject(problem: Error): void; readonly timer: NodeJS.Timeout }
type Crew = { readonly worker: Worker; readonly waiting: Map<number, Waiting> }

/** Source and bundle keep the worker as a file of its own beside this one. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? './raster-worker.ts' : './raster-worker.js', import.meta.url)

const TIMEOUT_MS = 20_000

const startCrew = (url: URL, onEnd: (crew: Crew) => void): Crew => {
  const worker = new Worker(url)
  const crew: Crew = { worker, waiting: new Map() }
  const end = (problem: string) => {
    onEnd(crew)
    for (const { reject, timer } of crew.waiting.values()) {
      clearTimeout(timer)
      reject(new Error(problem))
    }
    crew.waiting.clear()
  }
  worker.on('message', (answer: RasterAnswer) => {
    const caller = crew.waiting.get(answer.id)
    if (!caller) return
    clearTimeout(caller.timer)
    crew.waiting.delete(answer.id)
    if (crew.waiting.size === 0) worker.unref()
    if ('bitmap' in answer) caller.resolve(answer.bitmap)
    else caller.reject(new Error(`the ticket's PDF cannot be made a picture: ${answer.problem}`))
  })
  worker.on('error', (cause) => end(`the picture worker failed: ${cause}`))
  worker.on('exit', (code) => end(`the picture worker ended (${code})`))
  worker.unref()
  return crew
}

/**
 * PDFs to 1-bit pictures in a worker thread, which is started by the first call and holds the process only while it works. A worker
 * that ends, or takes longer than `timeoutMs` over one PDF, rejects what is pending; the next call starts another.
 */
export const createPdfRaster = ({ worker = WORKER, timeoutMs = TIMEOUT_MS } = {}): PdfRaster => {
  let crew: Crew | null = null
  let lastId = 0

  const hire = (): Crew => {
    crew ??= startCrew(worker, (ended) => {
      if (crew === ended) crew = null
    })
    return crew
  }

  const ask = (pdf: Uint8Array, dots: PaperDots | null): Promise<Bitmap | null> =>
    new Promise((resolve, reject) => {
      const hired = hire()
      lastId += 1
      const timer = setTimeout(() => void hired.worker.terminate(), timeoutMs)
      hired.waiting.set(lastId, { resolve, reject, timer })
      hired.worker.ref()
      hired.worker.postMessage({ id: lastId, pdf, dots } satisfies RasterRequest)
    })

  return {
    rasterise: async (pdf, dots) => {
      const bitmap = await ask(pdf, dots)
      if (bitmap === null) throw new Error('a picture was asked for, and none came')
      return bitmap
    },
    opens: (pdf) =>
      ask(pdf, null).then(
        () => true,
        () => false,
      ),
    close: async () => {
      await crew?.worker.terminate()
    },
  }
}
