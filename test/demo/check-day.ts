import type { DocumentState } from '#domain/document/document-state.ts'
import { moneyText } from '#domain/money/decimal.ts'

export type DaySale = {
  readonly externalRef: string
  readonly total: number
  readonly state: DocumentState
  readonly controlNumber: string | null
  readonly papers: readonly { readonly paper: string | null; readonly state: string }[]
}

export type LedgerRow = {
  readonly externalRef: string
  readonly total: string
  readonly state: string
  readonly controlNumber: string
}

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
      ...(document.state === 'stamped' && sale.state === 'stamped'
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
      .filter(({ externalRef }) => !refs.has(externalRef))
      .map(({ externalRef }) => `${externalRef}: a document of no sale`),
    ...(new Set(numbers).size === numbers.length ? [] : ['two documents share a control number']),
  ]
}
