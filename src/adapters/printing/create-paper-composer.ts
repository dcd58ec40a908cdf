import type { PaperComposer } from '#application/ports/printing.ts'
import { encodePaper } from './escpos-encoder.ts'
import { createPdfRaster } from './pdf-raster.ts'

/** Papers to ESC/POS bytes, for a printer of the width that each call names. */
export const createPaperComposer = (): PaperComposer => {
  const raster = createPdfRaster()
  return {
    compose: async (paper, dots) =>
      paper.kind === 'text'
        ? encodePaper(paper.blocks, null, dots)
        : encodePaper(paper.above, await raster.rasterise(paper.pdf, dots), dots),
    opens: raster.opens,
    close: raster.close,
  }
}
