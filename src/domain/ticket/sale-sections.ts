import { type Instant, localDate, localTime } from '../clock/local-time.ts'
import type { IdentityDocument, IdentityDocumentType } from '../customer/customer.ts'
import { TRAITS } from '../document/document-type.ts'
import type { Origin } from '../document/fiscal-document.ts'
import { decimalText, moneyText } from '../money/decimal.ts'
import { type Line, lineAmounts } from '../sale/line.ts'
import { centered, grandTotal, headline, labelled, RULE, rows } from './blocks.ts'
import type { PaperBlock, PaperColumns } from './paper-block.ts'
import { PAPER_WORDS } from './paper-words.ts'
import { PAYMENT_METHOD_NAMES } from './payment-method-names.ts'
import { joinOrStack, spread, wrapText } from './text-rows.ts'
import type { Issuer, SaleFacts } from './ticket-facts.ts'

type Section = (facts: SaleFacts, columns: PaperColumns) => readonly PaperBlock[]

const DOCUMENT_NAMES: Readonly<Record<IdentityDocumentType, string>> = {
  '13': 'DUI',
  '36': 'NIT',
  '03': 'Pasaporte',
  '02': 'Carnet de residente',
  '37': 'Documento',
}

/** 14 digits as 0614-290299-001-9, nine as 01234567-8; anything else as it is. */
const nitText = (nit: string): string =>
  nit
    .replaceAll('-', '')
    .replace(/^(\d{4})(\d{6})(\d{3})(\d)$/, '$1-$2-$3-$4')
    .replace(/^(\d{8})(\d)$/, '$1-$2')

const nrcText = (nrc: string): string => nrc.replaceAll('-', '').replace(/^(\d+)(\d)$/, '$1-$2')

const issuerRows = (
  { tradeName, legalName, nit, nrc, activity, address }: Issuer,
  columns: PaperColumns,
): readonly string[] => [
  ...(legalName === tradeName ? [] : [legalName]),
  ...joinOrStack([`NIT ${nitText(nit)}`, `NRC ${nrcText(nrc)}`], columns),
  activity,
  address,
]

export const issuerSection: Section = ({ issuer }, columns) => [
  ...headline(issuer.tradeName, columns),
  ...issuerRows(issuer, columns).flatMap((text) => centered(text, columns)),
]

/** 22/11/2026 on the left, 10:45 on the right. */
export const momentSection = (at: Instant, columns: PaperColumns): readonly PaperBlock[] => {
  const [year, month, day] = localDate(at).split('-')
  return rows(spread(`Fecha ${day}/${month}/${year}`, `Hora ${localTime(at)}`, columns))
}

const identityText = ({ type, number }: IdentityDocument): string =>
  `${DOCUMENT_NAMES[type]}: ${type === '36' ? nitText(number) : number}`

/** A buyer who gave no name is the "Consumidor Final"; a taxpayer is named as a crédito fiscal must name one. */
export const buyerSection: Section = ({ docType, customer }, columns) => {
  const { party, nobody } = PAPER_WORDS[docType]
  const { document, taxpayer, activity, place, address } = customer ?? {}
  const facts = [
    `${party}: ${customer?.name ?? nobody}`,
    ...(document ? [identityText(document)] : []),
    ...(taxpayer ? joinOrStack([`NIT ${nitText(taxpayer.nit)}`, `NRC ${nrcText(taxpayer.nrc)}`], columns) : []),
    ...(activity ? [`Giro: ${activity.description}`] : []),
    ...(address ? [`Dirección: ${address}`] : []),
    ...(place ? [place.name] : []),
  ]
  return rows(facts.flatMap((fact) => wrapText(fact, columns)))
}

const ABOUT: Readonly<Record<Origin['relation'], string>> = { credits: 'Acredita a', replaces: 'Sustituye a' }

/** Which document it is about, where it is about one. */
export const aboutSection: Section = ({ about }, columns) =>
  about === null ? [] : labelled(ABOUT[about.relation], about.number, columns)

const discountText = ({ discount }: Line, taken: number): string => {
  if (taken === 0) return ''
  return `desc. ${discount.kind === 'percent' ? `${decimalText(discount.hundredths, 2)}% ` : ''}-${moneyText(taken)}`
}

/** The description, and beneath it quantity and unit price, the discount, and what the line comes to. */
const lineRows = (line: Line, columns: PaperColumns): readonly string[] => {
  const { discount, amount } = lineAmounts(line)
  const quantity = `${decimalText(line.quantity, 3)}${line.unit === 'kg' ? ' kg' : ''}`
  const price = `  ${quantity} x ${decimalText(line.unitPrice, 4, 2)}`
  const taken = discountText(line, discount)
  const inOne = spread(taken === '' ? price : `${price}  ${taken} `, moneyText(amount), columns)
  const counted =
    inOne.length === 1 ? inOne : [...spread(price, '', columns), ...spread(`  ${taken}`, moneyText(amount), columns)]
  const description = line.isService ? `${line.description} (servicio)` : line.description
  return [...wrapText(description, columns), ...counted]
}

export const linesSection: Section = ({ lines }, columns) => [
  ...rows(spread('Cantidad x precio', 'Importe US$', columns), true),
  ...rows(lines.flatMap((line) => lineRows(line, columns))),
]

/** Net and tax beside one another only where a taxpayer needs them. */
const taxRows: (facts: SaleFacts, columns: PaperColumns) => readonly string[] = ({ docType, totals }, columns) =>
  TRAITS[docType].party === 'taxpayer'
    ? [
        ...spread('Neto', moneyText(totals.total - totals.vat), columns),
        ...spread('IVA 13%', moneyText(totals.vat), columns),
      ]
    : []

/** What is due is told apart from the total only where something is kept back. */
const dueBlocks: Section = ({ docType, totals, withheld }, columns) => {
  if (withheld === 0) return []
  const words = PAPER_WORDS[docType]
  return [
    ...rows(spread(words.withheld, moneyText(-withheld), columns)),
    ...grandTotal(words.due, `$${moneyText(totals.total - withheld)}`, columns),
  ]
}

export const totalsSection: Section = (facts, columns) => [
  ...rows([
    ...spread('Subtotal', moneyText(facts.totals.subtotal), columns),
    ...spread('Descuentos', moneyText(-facts.totals.discount), columns),
    ...taxRows(facts, columns),
  ]),
  RULE,
  ...grandTotal('TOTAL', `$${moneyText(facts.totals.total)}`, columns),
  ...dueBlocks(facts, columns),
]

/** No change is given on what the shop pays out. */
export const tendersSection: Section = ({ docType, tenders, change }, columns) => [
  ...rows(tenders.flatMap(({ method, amount }) => spread(PAYMENT_METHOD_NAMES[method], moneyText(amount), columns))),
  ...(TRAITS[docType].flow === 'in' ? rows(spread('Vuelto', moneyText(change), columns), true) : []),
]

export const servedBySection: Section = ({ till, cashier }, columns) =>
  rows(joinOrStack([`Caja ${till}`, `Le atendió ${cashier}`], columns).flatMap((text) => wrapText(text, columns)))
