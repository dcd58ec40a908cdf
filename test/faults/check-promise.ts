import type { DocumentState } from '#domain/document/document-state.ts'
import { type Cents, moneyText } from '#domain/money/decimal.ts'

/** One press of "Cobrar" that was answered with "Cobrado". */
export type Acknowledged = { readonly attemptId: string; readonly externalRef: string; readonly total: Cents }

/** A document as the till knows it, once everything recovered. */
export type KnownDocument = {
  readonly externalRef: string
  readonly total: Cents
  readonly state: DocumentState
  readonly controlNumber: string | null
}

/** A document as the API knows it. */
export type LedgerRow = {
  readonly externalRef: string
  readonly total: string
  readonly state: string
  readonly controlNumber: string
}

export type Broken = {
  readonly lost: readonly string[]
  readonly duplicated: readonly string[]
  readonly wrong: readonly string[]
}

const byRef = ({ externalRef }: { readonly externalRef: string }): string => externalRef
const plain = (text: string): string => text.replaceAll(',', '')

/** Every ref that somebody may know: sold, or issued for a sale whose "Cobrado" was cut off. */
export const refsIn = (acknowledged: readonly Acknowledged[], ledger: readonly LedgerRow[]): readonly string[] => [
  ...new Set([...acknowledged, ...ledger].map(byRef)),
]

/** What is there more than once, as sentences. */
const repeated = <T>(items: readonly T[], key: (item: T) => string, sentence: (key: string, times: number) => string) =>
  [...Map.groupBy(items, key)].flatMap(([name, same]) => (same.length > 1 ? [sentence(name, same.length)] : []))

const soldTwice = (acknowledged: readonly Acknowledged[]): readonly string[] =>
  [...Map.groupBy(acknowledged, ({ attemptId }) => attemptId)].flatMap(([attemptId, same]) => {
    const refs = new Set(same.map(byRef)).size
    return refs > 1 ? [`press ${attemptId}: ${refs} refs`] : []
  })

const otherAmounts = ({ externalRef, total }: Acknowledged, rows: readonly LedgerRow[]): readonly string[] =>
  rows
    .filter((row) => plain(row.total) !== plain(moneyText(total)))
    .map((row) => `${externalRef}: sold for ${moneyText(total)}, issued for ${row.total}`)

const disagreements = ({ externalRef, state, controlNumber }: KnownDocument, row: LedgerRow): readonly string[] => [
  ...(row.state === state ? [] : [`${externalRef}: ${state} here, ${row.state} there`]),
  ...(row.controlNumber === controlNumber ? [] : [`${externalRef}: ${controlNumber} here, ${row.controlNumber} there`]),
]

/**
 * Everything that is broken of the promise, once all is quiet. Lost: acknowledged or saved, and no document. Duplicated: two documents of one
 * ref, two refs of one press, two documents of one number. Wrong: another amount, a document of no sale, or till and API that disagree.
 */
export const checkPromise = (
  acknowledged: readonly Acknowledged[],
  documents: readonly KnownDocument[],
  ledger: readonly LedgerRow[],
): Broken => {
  const inLedger = Map.groupBy(ledger, byRef)
  const known = new Set(documents.map(byRef))
  const promised = new Set([...acknowledged, ...documents].map(byRef))
  return {
    lost: [...promised].filter((ref) => !inLedger.has(ref)),
    duplicated: [
      ...repeated(ledger, byRef, (ref, times) => `${ref}: issued ${times} times`),
      ...soldTwice(acknowledged),
      ...repeated(
        ledger,
        ({ controlNumber }) => controlNumber,
        (number, times) => `${number}: ${times} documents`,
      ),
    ],
    wrong: [
      ...acknowledged.flatMap((sale) => otherAmounts(sale, inLedger.get(sale.externalRef) ?? [])),
      ...[...inLedger.keys()].filter((ref) => !promised.has(ref)).map((ref) => `${ref}: a document of no sale`),
      ...acknowledged
        .filter(({ externalRef }) => !known.has(externalRef))
        .map(({ externalRef }) => `${externalRef}: acknowledged, and unknown to the till`),
      ...documents.flatMap((document) =>
        (inLedger.get(document.externalRef) ?? []).slice(0, 1).flatMap((row) => disagreements(document, row)),
      ),
    ],
  }
}
