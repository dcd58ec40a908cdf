import { expect, test } from 'vitest'
import { checkSale, type OpenSale, openSaleRefusal } from '#domain/sale/sale.ts'
import { aCustomer, NOBODY } from '../a-customer.ts'
import { aLine, aLineOf } from '../a-line.ts'

const BELOW_LIMIT = [aLineOf(2_499_999)]
const AT_LIMIT = [aLineOf(2_500_000)]
const BUYER_REQUIRED = { code: 'buyer_required', field: 'customer' }

test.each<[string, OpenSale, object | null]>([
  ['nothing in it', { lines: [], customer: null }, { code: 'sale_empty', field: 'lines' }],
  [
    '2,001 lines',
    { lines: Array.from({ length: 2001 }, () => aLine()), customer: null },
    { code: 'too_many_lines', field: 'lines', params: { max: 2000 } },
  ],
  ['2,000 lines', { lines: Array.from({ length: 2000 }, () => aLineOf(1)), customer: null }, null],
  [
    'a second line that is wrong',
    { lines: [aLine(), aLine({ quantity: 0 })], customer: null },
    { code: 'quantity_zero', field: 'lines.1.quantity' },
  ],
  [
    'a wrong e-mail',
    { lines: [aLine()], customer: aCustomer({ email: 'ana@' }) },
    { code: 'email_invalid', field: 'customer.email' },
  ],
  ['24,999.99 and nobody named', { lines: BELOW_LIMIT, customer: null }, null],
  ['24,999.99 and a name alone', { lines: BELOW_LIMIT, customer: { ...NOBODY, name: 'Ana' } }, null],
  ['25,000.00 and nobody named', { lines: AT_LIMIT, customer: null }, BUYER_REQUIRED],
  ['25,000.00 and a name alone', { lines: AT_LIMIT, customer: { ...NOBODY, name: 'Ana' } }, BUYER_REQUIRED],
  ['25,000.00 and a document alone', { lines: AT_LIMIT, customer: aCustomer({ name: ' ' }) }, BUYER_REQUIRED],
  ['25,000.00 and name and document', { lines: AT_LIMIT, customer: aCustomer() }, null],
  [
    '25,000.00 over two lines and nobody named',
    { lines: [aLineOf(2_499_999), aLineOf(1)], customer: null },
    BUYER_REQUIRED,
  ],
])('a sale with %s', (_, sale, refusal) => {
  expect(openSaleRefusal(sale)).toEqual(refusal)
})

test('a checked sale knows its totals and how it was paid', () => {
  const sale = { lines: [aLine({ quantity: 2000 })], customer: aCustomer() }
  expect(checkSale(sale, [{ method: '01', amount: 2000 }])).toEqual({
    ok: true,
    value: {
      ...sale,
      docType: '01',
      withheld: 0,
      credit: null,
      totals: { subtotal: 1100, discount: 0, total: 1100, vat: 127 },
      settlement: { tenders: [{ method: '01', amount: 2000 }], change: 900, method: '01' },
    },
  })
})

test('what is wrong with the sale is said before what is wrong with the tenders', () => {
  const sale = { lines: [], customer: null }
  expect(checkSale(sale, [])).toEqual({ ok: false, error: { code: 'sale_empty', field: 'lines' } })
  expect(checkSale({ lines: [aLine()], customer: null }, [])).toEqual({
    ok: false,
    error: { code: 'tender_missing', field: 'tenders' },
  })
})
