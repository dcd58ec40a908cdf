import path from 'node:path'
import { createPrinter } from '#adapters/printing/create-printer.ts'
import { noPrinter } from '#adapters/printing/no-printer.ts'
import { parsePrinterAddress } from '#adapters/printing/parse-printer-address.ts'
import { renderBytes } from '#adapters/printing/virtual-printer/render-bytes.ts'
import type { VirtualPaper } from '#adapters/printing/virtual-printer/virtual-paper.ts'
import { startVirtualPrinter } from '#adapters/printing/virtual-printer/virtual-printer.ts'
import type { PaperDots, Printer, PrinterStatus } from '#application/ports/printing.ts'
import type { Clock } from '#application/ports/system.ts'
import type { VirtualPaperView } from '#contract/printing.ts'
import type { EngineConfig } from './config.ts'
import type { Shop } from './shop-settings.ts'

export type Printers = {
  current(): Printer
  dots(): PaperDots
  /** What the last question to the printer came to. */
  status(): PrinterStatus
  check(): Promise<PrinterStatus>
  /** What the printer would put on paper for these bytes, as PNG. */
  picture(bytes: Uint8Array): Uint8Array
  papersAfter(number: number): readonly VirtualPaperView[]
  settingsChanged(): void
  close(): Promise<void>
}

const MOST_PAPERS = 50

/** The printer that the settings name; in training without one of its own, a virtual printer whose papers are pictures. */
export const openPrinters = async (
  shop: Shop,
  config: EngineConfig,
  clock: Clock,
  onPaper: () => void,
): Promise<Printers> => {
  const fontFile = path.join(config.resourcesFolder, 'fonts', 'terminus-12x24.bin')
  const dots = (): PaperDots => (shop.settings().paperWidth === '58' ? 384 : 576)
  const papers: VirtualPaperView[] = []
  const keep = ({ png, bitmap: { width, height } }: VirtualPaper): void => {
    const picture = `data:image/png;base64,${Buffer.from(png).toString('base64')}`
    papers.push({ number: (papers.at(-1)?.number ?? 0) + 1, at: clock.now(), picture, width, height })
    if (papers.length > MOST_PAPERS) papers.shift()
    onPaper()
  }
  const virtual = config.training ? await startVirtualPrinter({ fontFile, dots: dots(), onPaper: keep }) : null
  let status: PrinterStatus = { kind: 'ready' }

  const open = (): Printer => {
    const address = parsePrinterAddress(
      virtual && shop.settings().printer === 'none' ? virtual.address : shop.settings().printer,
    )
    return address === null ? noPrinter : createPrinter(address, { fontFile, dots: dots() })
  }
  let printer = open()
  const check = async (): Promise<PrinterStatus> => {
    status = await printer.status()
    return status
  }

  return {
    current: () => printer,
    dots,
    status: () => status,
    check,
    picture: (bytes) => {
      const [paper] = renderBytes(bytes, { fontFile, dots: dots() })
      if (!paper) throw new Error('no paper in these bytes')
      return paper.png
    },
    papersAfter: (number) => papers.filter((paper) => paper.number > number),
    settingsChanged: () => {
      printer = open()
    },
    close: async () => {
      await virtual?.close()
    },
  }
}
