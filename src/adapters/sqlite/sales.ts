import { z } from 'zod'
import type { CompletedSale, Sales } from '#application/ports/stores.ts'
import { DOCUMENT_TYPES } from '#domain/document/document-type.ts'
import { type Discount, type Line, lineAmounts, NO_DISCOUNT, UNITS } from '#domain/sale/line.ts'
import { PAYMENT_METHODS } from '#domain/sale/tender.ts'
import { customerColumn, customerText } from './columns.ts'
import type { Connection } from './open-database.ts'

/** After a restore the numbers go on above all that are known to have been used. */
const NEXT_NUMBER = `
  SELECT max(coalesce((SELECT max(sale_number) FROM sale) + 1, 1), coalesce((SELECT first_number FROM installation), 1))`

const INSERT_SALE = `
  INSERT INTO sale (sale_number, attempt_id, business_date, completed_at, cashier, till, customer,
                    subtotal_cents, discount_cents, total_cents, vat_cents, change_cents, payment_method, credit_unit, credit_amount)
  VALUES (:sale_number, :attempt_id, :business_date, :completed_at, :cashier, :till, :customer,
          :subtotal_cents, :discount_cents, :total_cents, :vat_cents, :change_cents, :payment_method, :credit_unit, :credit_amount)`

const INSERT_LINE = `
  INSERT INTO sale_line (sale_number, position, code, description, unit, quantity_thousandths, unit_price_ten_thousandths,
                         discount_percent_hundredths, discount_cents, amount_cents, is_service, part_of_position, part_of_quantity_thousandths)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`

const INSERT_TENDER = 'INSERT INTO sale_tender (sale_number, position, method, amount_cents) VALUES (?, ?, ?, ?)'

const SELECT = `
  SELECT s.*, d.external_ref, d.doc_type, d.withheld_cents FROM sale s JOIN fiscal_document d USING (sale_number)`

/** Asked of every sale, and nearly always in vain: it never leaves its index. */
const NUMBER_OF_ATTEMPT = 'SELECT sale_number FROM sale WHERE attempt_id = ?'

const LINES = 'SELECT * FROM sale_line WHERE sale_number = ? ORDER BY position'
const TENDERS = 'SELECT * FROM sale_tender WHERE sale_number = ? ORDER BY position'

const saleRow = z.object({
  sale_number: z.int(),
  attempt_id: z.string(),
  external_ref: z.string(),
  business_date: z.string(),
  completed_at: z.int(),
  cashier: z.string(),
  till: z.string(),
  customer: customerColumn,
  subtotal_cents: z.int(),
  discount_cents: z.int(),
  total_cents: z.int(),
  vat_cents: z.int(),
  change_cents: z.int(),
  payment_method: z.enum(PAYMENT_METHODS),
  doc_type: z.enum(DOCUMENT_TYPES),
  withheld_cents: z.int(),
  credit_unit: z.literal([1, 2, 3]).nullable(),
  credit_amount: z.int().nullable(),
})

const lineRow = z
  .object({
    code: z.string().nullable(),
    description: z.string(),
    unit: z.enum(UNITS),
    quantity_thousandths: z.int(),
    unit_price_ten_thousandths: z.int(),
    discount_percent_hundredths: z.int().nullable(),
    discount_cents: z.int().nullable(),
    is_service: z.int(),
    part_of_position: z.int().nullable(),
    part_of_quantity_thousandths: z.int().nullable(),
  })
  .transform(
    (row): Line => ({
      code: row.code,
      description: row.description,
      unit: row.unit,
      quantity: row.quantity_thousandths,
      unitPrice: row.unit_price_ten_thousandths,
      discount: discountOf(row.discount_percent_hundredths, row.discount_cents),
      ...(row.is_service === 1 && { isService: true }),
      ...(row.part_of_position !== null &&
        row.part_of_quantity_thousandths !== null && {
          partOf: { position: row.part_of_position, quantity: row.part_of_quantity_thousandths },
        }),
    }),
  )

const tenderRow = z
  .object({ method: z.enum(PAYMENT_METHODS), amount_cents: z.int() })
  .transform(({ method, amount_cents }) => ({ method, amount: amount_cents }))

const discountOf = (hundredths: number | null, cents: number | null): Discount => {
  if (hundredths !== null) return { kind: 'percent', hundredths }
  return cents === null ? NO_DISCOUNT : { kind: 'amount', cents }
}

export const sqliteSales = (connection: Connection): Sales => {
  const nextNumber = connection.prepare(NEXT_NUMBER).pluck()
  const insertSale = connection.prepare(INSERT_SALE)
  const insertLine = connection.prepare(INSERT_LINE)
  const insertTender = connection.prepare(INSERT_TENDER)
  const byRef = connection.prepare(`${SELECT} WHERE d.external_ref = ?`)
  const numberOfAttempt = connection.prepare(NUMBER_OF_ATTEMPT).pluck()
  const byNumber = connection.prepare(`${SELECT} WHERE s.sale_number = ?`)
  const lines = connection.prepare(LINES)
  const tenders = connection.prepare(TENDERS)

  const read = (found: unknown): CompletedSale | null => {
    if (found === undefined) return null
    const row = saleRow.parse(found)
    return {
      saleNumber: row.sale_number,
      attemptId: row.attempt_id,
      externalRef: row.external_ref,
      businessDate: row.business_date,
      completedAt: row.completed_at,
      cashier: row.cashier,
      till: row.till,
      docType: row.doc_type,
      withheld: row.withheld_cents,
      credit:
        row.credit_unit === null || row.credit_amount === null
          ? null
          : { unit: row.credit_unit, amount: row.credit_amount },
      customer: row.customer,
      lines: z.array(lineRow).parse(lines.all(row.sale_number)),
      totals: {
        subtotal: row.subtotal_cents,
        discount: row.discount_cents,
        total: row.total_cents,
        vat: row.vat_cents,
      },
      settlement: {
        tenders: z.array(tenderRow).parse(tenders.all(row.sale_number)),
        change: row.change_cents,
        method: row.payment_method,
      },
    }
  }

  return {
    nextNumber: () => z.int().parse(nextNumber.get()),
    insert: (sale) => {
      insertSale.run({
        sale_number: sale.saleNumber,
        attempt_id: sale.attemptId,
        business_date: sale.businessDate,
        completed_at: sale.completedAt,
        cashier: sale.cashier,
        till: sale.till,
        customer: customerText(sale.customer),
        subtotal_cents: sale.totals.subtotal,
        discount_cents: sale.totals.discount,
        total_cents: sale.totals.total,
        vat_cents: sale.totals.vat,
        change_cents: sale.settlement.change,
        payment_method: sale.settlement.method,
        credit_unit: sale.credit?.unit ?? null,
        credit_amount: sale.credit?.amount ?? null,
      })
      for (const [position, line] of sale.lines.entries())
        insertLine.run(
          sale.saleNumber,
          position,
          line.code,
          line.description,
          line.unit,
          line.quantity,
          line.unitPrice,
          line.discount.kind === 'percent' ? line.discount.hundredths : null,
          line.discount.kind === 'amount' ? line.discount.cents : null,
          lineAmounts(line).amount,
          line.isService ? 1 : 0,
          line.partOf?.position ?? null,
          line.partOf?.quantity ?? null,
        )
      for (const [position, { method, amount }] of sale.settlement.tenders.entries())
        insertTender.run(sale.saleNumber, position, method, amount)
    },
    find: (externalRef) => read(byRef.get(externalRef)),
    findByAttempt: (attemptId) => {
      const saleNumber = numberOfAttempt.get(attemptId)
      return saleNumber === undefined ? null : read(byNumber.get(saleNumber))
    },
  }
}
