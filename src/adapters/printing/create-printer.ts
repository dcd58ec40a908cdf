import type { PaperDots, Printer, PrinterAddress } from '#application/ports/printing.ts'
import { createFolderPrinter } from './folder-printer.ts'
import { noPrinter } from './no-printer.ts'
import { createTcpPrinter, type PrinterTimeouts } from './tcp-printer.ts'

type CreatePrinterOptions = {
  /** The virtual printer's glyphs, for the pictures of a folder printer. */
  readonly fontFile: string
  readonly dots: PaperDots
  readonly timeouts?: Partial<PrinterTimeouts>
}

export const createPrinter = (
  address: PrinterAddress,
  { fontFile, dots, timeouts = {} }: CreatePrinterOptions,
): Printer => {
  switch (address.kind) {
    case 'tcp':
      return createTcpPrinter({ host: address.host, port: address.port, timeouts })
    case 'folder':
      return createFolderPrinter({ folder: address.folder, fontFile, dots })
    case 'none':
      return noPrinter
    default:
      return address satisfies never
  }
}
