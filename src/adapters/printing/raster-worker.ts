import { parentPort } from 'node:worker_threads'
import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Bitmap } from './bitmap.ts'
import { stackPages, thresholdPage } from './raster-page.ts'

export type RasterRequest = { readonly id: number; readonly pdf: Uint8Array; readonly dots: number | null }
export type RasterAnswer =
  | { readonly id: number; readonly bitmap: Bitmap | null }
  | { readonly id: number; readonly problem: string }

/** Three metres of paper: what asks for more is no ticket. */
const MOST_ROWS = 24_000
const PAGE_GAP = 16

const library = PDFiumLibrary.init()

/** The page's whole width becomes `dots`, whatever it was: margins and proportions stay. Without `dots` it is only opened. */
const rasterise = async ({ pdf, dots }: RasterRequest): Promise<Bitmap | null> => {
  const pdfDocument = await (await library).loadDocument(pdf)
  try {
    if (dots === null) {
      if (pdfDocument.getPageCount() === 0) throw new Error('it has no page')
      return null
    }
    const pages: Bitmap[] = []
    let rows = 0
    for (const page of pdfDocument.pages()) {
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const height = Math.max(1, Math.round((originalHeight * dots) / originalWidth))
      rows += height
      if (!(rows <= MOST_ROWS)) throw new Error(`longer than ${MOST_ROWS} rows of dots`)
      const { data } = await page.render({ width: dots, height, colorSpace: 'Gray' })
      pages.push(thresholdPage(data, dots, height))
    }
    const bitmap = stackPages(pages, dots, PAGE_GAP)
    if (bitmap.height === 0) throw new Error('nothing on its pages')
    return bitmap
  } finally {
    pdfDocument.destroy()
  }
}

const answer = async (request: RasterRequest): Promise<RasterAnswer> => {
  try {
    return { id: request.id, bitmap: await rasterise(request) }
  } catch (cause) {
    return { id: request.id, problem: cause instanceof Error ? cause.message : String(cause) }
  }
}

parentPort?.on('message', async (request: RasterRequest) => {
  parentPort?.postMessage(await answer(request))
})
