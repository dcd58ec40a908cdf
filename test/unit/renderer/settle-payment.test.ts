import { expect, test } from 'vitest'
import { NO_DISCOUNT } from '#domain/sale/line.ts'
import { sumsOf } from '#domain/sale/sums.ts'
import { creditOf } from '../../../src/renderer/features/payment/credit-of.ts'
import { settlePayment } from '../../../src/renderer/features/payment/settle-payment.ts'

const repair = {
  code: null,
  description: 'Reparación',
  unit: 'unit',
  quantity: 1_000,
  unitPrice: 1_000_000,
  discount: NO_DISCOUNT,
  isService: true,
} as const

test('of a purchase exactly what is due leaves the drawer; a sale gives change', () => {
  const purchase = sumsOf({ lines: [repair], customer: null, docType: '14' })
  const sale = sumsOf({ lines: [repair], customer: null })
  const cash = (amount: number) => [{ method: '01', amount }] as const
  expect([
    settlePayment(purchase, cash(9_000)).ok,
    settlePayment(purchase, cash(10_000)),
    settlePayment(purchase, cash(8_999)).ok,
    settlePayment(sale, cash(20_000)),
  ]).toMatchObject([
    true,
    { ok: false, error: { code: 'payout_not_exact', params: { due_cents: 9_000 } } },
    false,
    { ok: true, value: { change: 10_000 } },
  ])
})

test('what is owed has a term in days, and nothing else has one', () => {
  const owed = [{ method: '01' }, { method: '13' }] as const
  expect([creditOf([{ method: '01' }], '30'), creditOf(owed, ' 45 '), creditOf(owed, 'un mes')]).toEqual([
    null,
    { unit: 1, amount: 45 },
    { unit: 1, amount: 0 },
  ])
})
