import type { DocumentState } from '#domain/document/document-state.ts'
import { moneyText } from '#domain/money/decimal.ts'

export type DaySale = {
  readonly externalRef: string
  readonly docType: string
  /** What was done: the act that made it, or the one that took it back. */
  readonly act: string
  /** "credits REF", "replaces REF"; empty for what stands alone. */
  readonly about: string
  readonly total: number
  readonly state: DocumentState
  readonly controlNumber: string | null
  readonly papers: readonly { readonly paper: string | null; readonly state: string }[]
}

export type LedgerRow = {
  readonly externalRef: string
  /** A credit note that the API made by itself, of the document of this ref. */
  readonly automatic: boolean
  readonly relatedTo: string | null
  readonly total: string
  readonly state: string
  readonly controlNumber: string
}

/** What a document has come to at the end of a day. */
const ENDED: readonly string[] = ['stamped', 'cancelled']

/** Everything that is wrong with a day: sales lost, issued twice or with another amount, documents of nobody, papers that did not come out. */
export const checkDay = (sales: readonly DaySale[], ledger: readonly LedgerRow[]): readonly string[] => {
  const ofSales = sales.flatMap((sale) => {
    const found = ledger.filter(({ externalRef }) => externalRef === sale.externalRef)
    const [document] = found
    const name = sale.externalRef
    if (!document) return [`${name}: LOST, the API has no document of this sale`]
    return [
      ...(found.length > 1 ? [`${name}: issued ${found.length} times`] : []),
      ...(document.total.replaceAll(',', '') === moneyText(sale.total).replaceAll(',', '')
        ? []
        : [`${name}: issued for ${document.total}, sold for ${moneyText(sale.total)}`]),
      ...(document.state === sale.state && ENDED.includes(sale.state)
        ? []
        : [`${name}: ${sale.state} here, ${document.state} there`]),
      ...(document.controlNumber === sale.controlNumber
        ? []
        : [`${name}: ${sale.controlNumber} here, ${document.controlNumber} there`]),
      ...(sale.papers.some(({ state }) => state === 'printed') ? [] : [`${name}: no paper came out`]),
    ]
  })
  const refs = new Set(sales.map(({ externalRef }) => externalRef))
  const numbers = ledger.map(({ controlNumber }) => controlNumber)
  return [
    ...ofSales,
    ...(refs.size === sales.length ? [] : ['two sales share a ref']),
    ...ledger
      .filter(({ automatic, externalRef, relatedTo }) => !refs.has(automatic ? (relatedTo ?? '') : externalRef))
      .map(({ externalRef }) => `${externalRef}: a document of no sale`),
    ...(new Set(numbers).size === numbers.length ? [] : ['two documents share a control number']),
  ]
}
