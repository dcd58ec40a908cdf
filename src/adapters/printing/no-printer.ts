import type { Printer } from '#application/ports/printing.ts'

/** A till without a printer: every paper fails in the open, none is thought printed. */
export const noPrinter: Printer = {
  print: async () => ({ kind: 'failed', code: 'printer_not_configured', detail: 'no printer is set up' }),
  status: async () => ({ kind: 'none' }),
}
