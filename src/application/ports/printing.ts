import type { PaperBlock } from '#domain/ticket/paper-block.ts'

/** Printable width in dots at 203 dpi: 80 mm and 58 mm paper. */
export type PaperDots = 576 | 384

/** What is to be put on paper. `above` is printed before a picture: the training band, REIMPRESIÓN. */
export type Paper =
  | { readonly kind: 'picture'; readonly pdf: Uint8Array; readonly above: readonly PaperBlock[] }
  | { readonly kind: 'text'; readonly blocks: readonly PaperBlock[] }

/** Turns a paper into the bytes that a receipt printer understands. Rejects when a PDF cannot be read. */
export type PaperComposer = {
  compose(paper: Paper, dots: PaperDots): Promise<Uint8Array>
  /** Whether a PDF can be opened, and has a page. */
  opens(pdf: Uint8Array): Promise<boolean>
  close(): Promise<void>
}

/** printed: the printer took it all and said so, or closed after reading it · failed: surely not on paper · unknown: perhaps. */
export type PrintOutcome =
  | { readonly kind: 'printed' }
  | { readonly kind: 'failed'; readonly code: PrintFailureCode; readonly detail: string }
  | { readonly kind: 'unknown'; readonly code: PrintFailureCode; readonly detail: string }

export type PrintFailureCode =
  | 'printer_unreachable'
  | 'printer_timed_out'
  | 'printer_closed_early'
  | 'printer_out_of_paper'
  | 'printer_cover_open'
  | 'printer_not_ready'
  | 'printer_folder_unwritable'
  | 'printer_not_configured'

export type PrinterStatus =
  | { readonly kind: 'ready' }
  | { readonly kind: 'none' }
  | { readonly kind: 'trouble'; readonly code: PrintFailureCode; readonly detail: string }

export type Printer = {
  /** Sends one paper. Resolves always; its time-outs grow with the bytes. */
  print(bytes: Uint8Array): Promise<PrintOutcome>
  status(): Promise<PrinterStatus>
}

/** Where a printer is: `tcp://host:9100`, `file:DIR`, `none`. */
export type PrinterAddress =
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number }
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'none' }
