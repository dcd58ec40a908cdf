import type { DocumentFilters, DocumentSummaryView } from '#contract/documents.ts'
import { localDate, localTime } from '#domain/clock/local-time.ts'
import { type Cents, decimalText } from '#domain/money/decimal.ts'
import type { Text } from '../../i18n/use-text.ts'
import { type Cell, csvLine } from '../../ui/csv.ts'
import type { EngineClient } from '../../ui/engine.ts'
import { saleNumberText } from '../../ui/sale-number.ts'

const PAGE = 500

const dollarsText = (cents: Cents | null): string | null => (cents === null ? null : decimalText(cents, 2, 2))

const COLUMNS = [
  'sale',
  'business_date',
  'time',
  'state',
  'total',
  'reported_total',
  'amounts_differ',
  'customer',
  'customer_document',
  'reference',
  'control_number',
  'generation_code',
  'reception_stamp',
  'issued_at',
  'fiscal_date',
  'attempts',
  'remarks',
  'doc_type',
  'withheld',
  'origin',
] as const

const documentText = ({ customerDocument }: DocumentSummaryView, text: Text): string | null =>
  customerDocument && `${text(`customer.type_${customerDocument.type}`)} ${customerDocument.number}`

const cellsOf = (document: DocumentSummaryView, text: Text): readonly Cell[] => [
  saleNumberText(document.saleNumber),
  document.businessDate,
  localTime(document.createdAt),
  text(`state.${document.state}`),
  dollarsText(document.total),
  dollarsText(document.reportedTotal),
  text(document.amountsDiffer ? 'csv.yes' : 'csv.no'),
  document.customerName ?? text('common.final_consumer'),
  documentText(document, text),
  document.externalRef,
  document.controlNumber,
  document.generationCode,
  document.receptionStamp,
  document.issuedAt === null ? null : `${localDate(document.issuedAt)} ${localTime(document.issuedAt)}`,
  document.fiscalDate,
  document.attempts,
  document.remarks === null ? null : [document.remarks.code, ...document.remarks.texts].filter(Boolean).join(' · '),
  text(`doc_type.${document.docType}`),
  dollarsText(document.reportedWithheld ?? document.withheld),
  document.origin?.externalRef ?? null,
]

/** Fills `parts` with what the filters find, page by page, and says after each how many there are; the screen draws in between. */
export async function* collectCsv(
  client: EngineClient,
  filters: DocumentFilters,
  parts: string[],
  text: Text,
): AsyncGenerator<number> {
  parts.push(csvLine(COLUMNS.map((column) => text(`csv.${column}`))))
  let [count, after] = [0, null as string | null]
  do {
    const page = await client.documents.list({ ...filters, ...(after !== null && { after }), most: PAGE })
    parts.push(page.documents.map((document) => csvLine(cellsOf(document, text))).join(''))
    count += page.documents.length
    after = page.next
    yield count
  } while (after !== null)
}
