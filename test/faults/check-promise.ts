import type { DocumentState } from '#domain/document/document-state.ts'
import type { DocumentType } from '#domain/document/document-type.ts'
import type { Origin } from '#domain/document/fiscal-document.ts'
import { type Cents, moneyText } from '#domain/money/decimal.ts'

/** One press of "Cobrar" that was answered with "Cobrado". */
export type Acknowledged = { readonly attemptId: string; readonly externalRef: string; readonly total: Cents }

/** A document as the till knows it, once everything recovered. */
export type KnownDocument = {
  readonly externalRef: string
  readonly docType: DocumentType
  /** What it credits or replaces. */
  readonly origin: Origin | null
  readonly total: Cents
  readonly state: DocumentState
  readonly controlNumber: string | null
}

/** A document as the API knows it. */
export type LedgerRow = {
  readonly externalRef: string
  readonly docType: string
  /** A note's CCF, by its ref. */
  readonly relatedTo: string | null
  /** A note that the API made by itself, without a ref. */
  readonly automatic: boolean
  readonly total: string
  readonly state: string
  readonly controlNumber: string
}

export type Broken = {
  readonly lost: readonly string[]
  readonly duplicated: readonly string[]
  readonly wrong: readonly string[]
}

export type Allowed = {
  /** Sales that may have been saved without anybody pressing again until "Cobrado" came: none, unless a story ends between the two. */
  readonly unacknowledged?: number
}

const byRef = ({ externalRef }: { readonly externalRef: string }): string => externalRef
const plain = (text: string): string => text.replaceAll(',', '')

/** As the tax authority knows them, or did. */
const ISSUED = ['stamped', 'cancelled']

/** What is there more than once, as sentences. */
const repeated = <T>(items: readonly T[], key: (item: T) => string, sentence: (key: string, times: number) => string) =>
  [...Map.groupBy(items, key)].flatMap(([name, same]) => (same.length > 1 ? [sentence(name, same.length)] : []))

/** Presses and refs belong together one to one, however often a press was answered. */
const soldTwice = (acknowledged: readonly Acknowledged[]): readonly string[] => {
  const pairs = [...new Map(acknowledged.map((sale) => [`${sale.attemptId} ${sale.externalRef}`, sale])).values()]
  return [
    ...repeated(
      pairs,
      ({ attemptId }) => attemptId,
      (press, refs) => `press ${press}: ${refs} refs`,
    ),
    ...repeated(pairs, byRef, (ref, presses) => `${ref}: ${presses} presses`),
  ]
}

const notIssued = (externalRef: string, rows: readonly LedgerRow[]): readonly string[] => {
  if (rows.some(({ state }) => ISSUED.includes(state))) return []
  const [row] = rows
  return [row ? `${externalRef}: ${row.state}, and not issued` : externalRef]
}

const otherAmounts = ({ externalRef, total }: Acknowledged, rows: readonly LedgerRow[]): readonly string[] =>
  rows
    .filter((row) => plain(row.total) !== plain(moneyText(total)))
    .map((row) => `${externalRef}: sold for ${moneyText(total)}, issued for ${row.total}`)

const differs = (externalRef: string, here: string | null, there: string): readonly string[] =>
  here === there ? [] : [`${externalRef}: ${here} here, ${there} there`]

const disagreements = (document: KnownDocument, row: LedgerRow): readonly string[] => [
  ...differs(document.externalRef, document.docType, row.docType),
  ...differs(document.externalRef, document.state, row.state),
  ...differs(document.externalRef, document.controlNumber, row.controlNumber),
  ...differs(document.externalRef, plain(moneyText(document.total)), plain(row.total)),
]

/** What was withdrawn was to replace a document that stands: nothing of it may be issued, and nothing is lost by that. */
const isRightlyGone = (
  { state, origin }: KnownDocument,
  inLedger: ReadonlyMap<string, readonly LedgerRow[]>,
): boolean =>
  state === 'withdrawn' && (inLedger.get(origin?.externalRef ?? '') ?? []).some((row) => row.state === 'stamped')

/** A note that is not linked to its CCF, and what replaces a document that was not cancelled. */
const badlyLinked = (
  { externalRef, origin }: KnownDocument,
  inLedger: ReadonlyMap<string, readonly LedgerRow[]>,
): readonly string[] => {
  const [row] = inLedger.get(externalRef) ?? []
  if (!row) return []
  if (origin?.relation !== 'replaces')
    return differs(externalRef, `a note over ${origin?.externalRef ?? null}`, `a note over ${row.relatedTo}`)
  const original = (inLedger.get(origin.externalRef) ?? []).map(({ state }) => state)
  return original.join() === 'cancelled'
    ? []
    : [`${externalRef}: replaces ${origin.externalRef}, which is ${original.join() || 'nowhere'}`]
}

/** A note of the API's own is of a CCF that was cancelled. */
const strayNotes = (ledger: readonly LedgerRow[]): readonly string[] =>
  ledger
    .filter(({ automatic }) => automatic)
    .filter(({ relatedTo }) => !ledger.some((row) => row.externalRef === relatedTo && row.state === 'cancelled'))
    .map(({ controlNumber, relatedTo }) => `${controlNumber}: of ${relatedTo}, which was not cancelled`)

/**
 * Everything that is broken of the promise, once all is quiet. Lost: acknowledged or saved, and not issued. Duplicated: two documents of one
 * ref, two refs of one press or two presses of one ref, a document that no acknowledged press answers to, two documents of one number. Wrong:
 * another amount or type, a document of no sale, a note or a return that is not linked as it was meant, or till and API that disagree.
 */
export const checkPromise = (
  acknowledged: readonly Acknowledged[],
  documents: readonly KnownDocument[],
  ledger: readonly LedgerRow[],
  { unacknowledged = 0 }: Allowed = {},
): Broken => {
  const ours = ledger.filter(({ automatic }) => !automatic)
  const inLedger = Map.groupBy(ours, byRef)
  const gone = new Set(documents.filter((document) => isRightlyGone(document, inLedger)).map(byRef))
  const pressed = new Set(acknowledged.map(byRef))
  const known = new Set(documents.map(byRef))
  const promised = new Set([...pressed, ...known])
  const unpressed = [...known].filter((ref) => !pressed.has(ref))
  return {
    lost: [...promised].filter((ref) => !gone.has(ref)).flatMap((ref) => notIssued(ref, inLedger.get(ref) ?? [])),
    duplicated: [
      ...repeated(ours, byRef, (ref, times) => `${ref}: issued ${times} times`),
      ...soldTwice(acknowledged),
      ...(unpressed.length > unacknowledged ? unpressed.map((ref) => `${ref}: of no acknowledged press`) : []),
      ...repeated(
        ledger,
        ({ controlNumber }) => controlNumber,
        (number, times) => `${number}: ${times} documents`,
      ),
    ],
    wrong: [
      ...acknowledged.flatMap((sale) => otherAmounts(sale, inLedger.get(sale.externalRef) ?? [])),
      ...[...inLedger.keys()].filter((ref) => !promised.has(ref)).map((ref) => `${ref}: a document of no sale`),
      ...[...pressed].filter((ref) => !known.has(ref)).map((ref) => `${ref}: acknowledged, and unknown to the till`),
      ...documents.flatMap((document) =>
        (inLedger.get(document.externalRef) ?? []).slice(0, 1).flatMap((row) => disagreements(document, row)),
      ),
      ...documents.flatMap((document) => badlyLinked(document, inLedger)),
      ...strayNotes(ledger),
    ],
  }
}
