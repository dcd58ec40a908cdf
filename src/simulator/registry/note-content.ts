import type { Content, Line } from '../document/content.ts'
import { localDate } from '../local-time.ts'
import type { FiscalRecord } from './fiscal-record.ts'

type Note = { readonly externalRef: string; readonly lines: readonly Line[]; readonly remainder: bigint | null }

/** All that is left of a CCF: its own lines while nothing was taken from it, one line for the rest afterwards. */
const remainingLines = (ccf: FiscalRecord, remainder: bigint): readonly Line[] =>
  remainder === ccf.amounts.gross
    ? ccf.content.lines
    : [
        {
          description: `Ajuste del saldo del CCF ${ccf.controlNumber}`,
          quantity: { digits: 1n, scale: 0 },
          unitPrice: { digits: remainder, scale: 2 },
          discountPercentage: { digits: 0n, scale: 0 },
          isService: false,
        },
      ]

/** What a note says: its receiver and terms are those of its CCF. With a remainder (in cents) it takes that, and no lines of its own. */
export const noteContent = (ccf: FiscalRecord, { externalRef, lines, remainder }: Note): Content => ({
  ...ccf.content,
  docType: '05',
  externalRef,
  lines: remainder === null ? lines : remainingLines(ccf, remainder),
  related: {
    documentId: ccf.documentId,
    externalRef: ccf.externalRef,
    controlNumber: ccf.controlNumber,
    generationCode: ccf.generationCode,
    date: localDate(ccf.registeredAt),
    remainder,
  },
})
