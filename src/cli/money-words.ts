import { type DocumentType, TRAITS } from '#domain/document/document-type.ts'
import { type Cents, moneyText } from '#domain/money/decimal.ts'
import type { HowSettled } from '#domain/sale/due-difference.ts'
import { paidOf } from '#domain/sale/give-back.ts'
import type { Settlement } from '#domain/sale/tender.ts'
import { PAPER_WORDS } from '#domain/ticket/paper-words.ts'

/** What the till hands over at the end: the change of a sale, what is paid for a purchase, what goes back with a note. */
export const handedOverWords = (docType: DocumentType, paid: Pick<Settlement, 'tenders' | 'change'>): string =>
  TRAITS[docType].flow === 'in'
    ? `vuelto ${moneyText(paid.change)}`
    : `${PAPER_WORDS[docType].due.toLowerCase()} ${moneyText(paidOf(paid))}`

const WORDS = {
  in: { over: 'El cliente pagó de más', short: 'El cliente todavía debe' },
  out: { over: 'Se pagó de más', short: 'Falta pagar' },
} as const

/** What was paid above what is due, or (below 0) short of it, in words; nothing where it is even. */
export const dueWords = (docType: DocumentType, difference: Cents): readonly string[] => {
  if (difference === 0) return []
  const words = WORDS[TRAITS[docType].flow][difference > 0 ? 'over' : 'short']
  return [`${words}: ${moneyText(Math.abs(difference))}`]
}

const SETTLED: Readonly<Record<HowSettled, string>> = { cash: 'saldada en efectivo', credit: 'dejada como saldo' }

export const settledWords = ({ difference, how }: { readonly difference: Cents; readonly how: HowSettled }): string =>
  `diferencia de ${moneyText(Math.abs(difference))} ${SETTLED[how]}`
