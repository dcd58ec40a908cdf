import { readBitmapFont } from './bitmap-font.ts'
import { createPaperDecoder } from './paper-decoder.ts'
import type { VirtualPaper } from './virtual-paper.ts'

/** What a printer would make of these bytes: every cut a paper, and what follows the last one, if anything. */
export const renderBytes = (
  bytes: Uint8Array,
  { fontFile, dots }: { readonly fontFile: string; readonly dots: number },
): VirtualPaper[] => {
  const papers: VirtualPaper[] = []
  const decoder = createPaperDecoder({
    font: readBitmapFont(fontFile),
    dots,
    onPaper: (paper) => {
      papers.push(paper)
    },
  })
  decoder.write(bytes)
  decoder.end()
  return papers
}
