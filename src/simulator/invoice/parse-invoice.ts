import { amountsOf } from '../money/amounts.ts'
import { isJsonObject, type JsonObject, type Problems, readFields } from './field-reader.ts'
import { DOC_TYPES, type DocType, type Invoice, type InvoiceLine } from './invoice.ts'
import { parseCustomer } from './parse-customer.ts'

/** CAT-017 as it stands; 06, 07 and 10 are no longer in it. */
const PAYMENT_METHODS = ['01', '02', '03', '04', '05', '08', '09', '11', '12', '13', '14', '99'] as const
const MOST_LINES = 2_000

export type ParsedInvoice = { readonly invoice: Invoice } | { readonly detail: string }

const parseLine = (source: unknown, index: number, problems: Problems): InvoiceLine | null => {
  const path = `lines[${index}]`
  if (!isJsonObject(source)) {
    problems.push(`${path}: debe ser un objeto`)
    return null
  }
  const fields = readFields(source, `${path}.`, problems)
  return {
    description: fields.text('description', { required: true, most: 1_000 }) ?? '',
    quantity: fields.decimal('quantity', { positive: true }),
    unitPrice: fields.decimal('unit_price', { positive: true }),
    discountPercentage: fields.decimal('discount_percentage', { least: 0, most: 99, byDefault: 0 }),
  }
}

const parseLines = (source: unknown, problems: Problems): InvoiceLine[] => {
  if (!Array.isArray(source) || source.length === 0) {
    problems.push('lines: debe contener al menos una línea')
    return []
  }
  if (source.length > MOST_LINES) {
    problems.push(`lines: no puede contener más de ${MOST_LINES} líneas`)
    return []
  }
  return source.map((line, index) => parseLine(line, index, problems)).filter((line) => line !== null)
}

const parseBuyer = (body: JsonObject, docType: DocType | null, problems: Problems): Invoice['customer'] => {
  const source = body.customer ?? null
  if (isJsonObject(source)) return parseCustomer(source, docType, problems)
  if (source !== null) problems.push('customer: debe ser un objeto')
  else if (docType === '03') problems.push('customer: es obligatorio para el tipo de documento 03')
  return null
}

/**
 * Checks a body against the contract and translates it; fields it does not know are ignored. Otherwise the API's
 * `detail`, every field that is wrong in one text. Source: Ocote API contract, §3.
 *
 * Assumption: `external_ref` must be there, as our till never sends a document without one.
 */
export const parseInvoice = (body: unknown): ParsedInvoice => {
  if (!isJsonObject(body)) return { detail: 'El cuerpo debe ser un objeto JSON' }
  const problems: Problems = []
  const fields = readFields(body, '', problems)
  const docType = fields.choice('doc_type', DOC_TYPES, '01')
  const condition = fields.choice('transaction_condition', [1, 2, 3], 1)
  const onCredit = condition === 2
  const invoice: Invoice = {
    docType: docType ?? '01',
    externalRef: fields.text('external_ref', { required: true, most: 100 }) ?? '',
    lines: parseLines(body.lines, problems),
    customer: parseBuyer(body, docType, problems),
    customerName: fields.text('customer_name', { most: 250 }),
    paymentMethod: fields.choice('payment_method', PAYMENT_METHODS, '01') ?? '01',
    condition: condition ?? 1,
    deadline: onCredit ? fields.choice('deadline', [1, 2, 3], null) : null,
    period: onCredit ? fields.count('period', true) : null,
  }
  fields.text('activity_code', { most: 6 })
  fields.text('redirect_email', { most: 100 })
  if (problems.length === 0 && amountsOf(invoice).gross === 0n) problems.push('lines: el total no puede ser 0.00')
  return problems.length === 0 ? { invoice } : { detail: problems.join('; ') }
}
