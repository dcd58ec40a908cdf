import { TRAITS } from '#domain/document/document-type.ts'
import type { Origin } from '#domain/document/fiscal-document.ts'
import { knownWithheld } from '#domain/document/known-withheld.ts'
import { moneyText } from '#domain/money/decimal.ts'
import { PAPER_WORDS } from '#domain/ticket/paper-words.ts'
import type { Engine } from '#engine/create-engine.ts'
import { dueWords, handedOverWords, settledWords } from './money-words.ts'

export type DocumentDetail = NonNullable<ReturnType<Engine['documentDetail']>>

const RELATIONS: Readonly<Record<Origin['relation'], { readonly to: string; readonly by: string }>> = {
  credits: { to: 'resta de', by: 'le resta' },
  replaces: { to: 'reemplaza a', by: 'lo reemplaza' },
}

/** The document that this one credits or replaces. */
export const originWords = (origin: Origin | null): readonly string[] =>
  origin ? [`${RELATIONS[origin.relation].to} ${origin.externalRef}`] : []

const WINDOWS: Readonly<Record<NonNullable<DocumentDetail['cancelWindow']>['kind'], (day: string) => string>> = {
  open: (day) => `se puede anular hasta el ${day}`,
  credit_note: (day) => `el plazo para anular venció el ${day}: el servicio haría una nota de crédito automática`,
  closed: (day) => `el plazo para anular venció el ${day}: ya no se puede`,
}

const windowWords = ({ cancelWindow }: DocumentDetail): readonly string[] =>
  cancelWindow === null
    ? []
    : [WINDOWS[cancelWindow.kind](cancelWindow.kind === 'open' ? cancelWindow.until : cancelWindow.since)]

const withheldWords = (detail: DocumentDetail): readonly string[] => {
  const withheld = knownWithheld(detail, detail.reportedWithheld)
  const words = PAPER_WORDS[detail.docType]
  return withheld === 0
    ? []
    : [`${words.withheld} ${moneyText(withheld)}  ${words.due} ${moneyText(detail.totals.total - withheld)}`]
}

/** What a person wants to know of a document besides its line in a list: its type, money, relations, and until when it can be cancelled. */
export const documentWords = (detail: DocumentDetail): readonly string[] => {
  const { docType, origin, totals, lines, about, automaticNote, dueDifference, dueSettlement } = detail
  const vat = TRAITS[docType].vat === 'included' ? `IVA incluido ${moneyText(totals.vat)}` : 'sin IVA'
  return [
    `${docType} ${PAPER_WORDS[docType].title}`,
    ...originWords(origin),
    ...lines.map(({ description }, index) => `${String(index + 1).padStart(3)}  ${description}`),
    `total ${moneyText(totals.total)}  ${vat}`,
    ...withheldWords(detail),
    handedOverWords(docType, detail),
    ...dueWords(docType, dueDifference),
    ...(dueSettlement ? [settledWords(dueSettlement)] : []),
    ...about.map(
      ({ relation, externalRef, docType: type, state, total }) =>
        `${RELATIONS[relation].by} ${externalRef}  ${type}  ${state}  ${moneyText(total)}`,
    ),
    ...windowWords(detail),
    ...(automaticNote
      ? [`nota de crédito automática ${automaticNote.controlNumber} (${automaticNote.documentId})`]
      : []),
  ]
}
