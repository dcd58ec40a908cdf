import { expect, test } from 'vitest'
import { type Line, NO_DISCOUNT } from '#domain/sale/line.ts'
import {
  availableOf,
  noteDraft,
  partsRefusal,
  readQuantity,
  returnDraft,
} from '../../../src/renderer/features/documents/taken-back.ts'

const line = (description: string, quantity: number, price: number): Line => ({
  code: null,
  description,
  unit: 'unit',
  quantity: quantity * 1_000,
  unitPrice: price * 100,
  discount: NO_DISCOUNT,
})

type Sold = Parameters<typeof noteDraft>[0]

/** 3 × 56.50 and 1 × 30.50: 200.00, of which a large buyer withheld 1.77. */
const CCF: Sold = {
  docType: '03',
  lines: [line('Silla', 3, 5_650), line('Mesa', 1, 3_050)] as Sold['lines'],
  left: [3_000, 1_000],
  credited: [0, 0],
  total: 20_000,
  withheld: 177,
  reportedWithheld: 177,
  about: [],
  tenders: [{ method: '05', amount: 19_823 }],
  change: 0,
}

test('a note shows what will be saved: its total, its VAT, and what was paid of it', () => {
  expect(noteDraft(CCF, [1_000, 0])).toEqual({
    totals: { subtotal: 5_650, discount: 0, total: 5_650, vat: 650 },
    back: 5_600,
  })
})

test('all notes together give back what was paid, whatever their order', () => {
  const first = noteDraft(CCF, [1_000, 0])
  const note = {
    externalRef: 'N',
    relation: 'credits',
    docType: '05',
    state: 'stamped',
    total: 5_650,
    withheld: 50,
  } as const
  const second = noteDraft({ ...CCF, left: [2_000, 1_000], credited: [5_650, 0], about: [note] }, [2_000, 1_000])
  expect(first.back + second.back).toBe(19_823)
})

test('nothing more than is left can come back', () => {
  const left = { ...CCF, left: [1_000, 0] }
  expect([
    partsRefusal(left, [0, 0])?.code,
    partsRefusal(left, [1_000, 0]),
    partsRefusal(left, [2_000, 0])?.code,
    partsRefusal(left, [0, 1_000])?.code,
  ]).toEqual(['parts_missing', null, 'part_exceeds_line', 'part_exceeds_line'])
})

test('of an invoice what stays is issued anew, and the rest goes back cash first', () => {
  const invoice: Sold = {
    ...CCF,
    docType: '01',
    left: [],
    withheld: 0,
    reportedWithheld: 0,
    tenders: [
      { method: '02', amount: 15_000 },
      { method: '01', amount: 6_000 },
    ],
    change: 1_000,
  }
  expect([availableOf(invoice), returnDraft(invoice, [1_000, 0])]).toEqual([
    [3_000, 1_000],
    {
      rest: { subtotal: 14_350, discount: 0, total: 14_350, vat: 1_651 },
      back: [
        { method: '01', amount: 5_000 },
        { method: '02', amount: 650 },
      ],
    },
  ])
})

test.each([
  ['', 0],
  ['2', 2_000],
  ['0,455', 455],
  ['dos', null],
])('the quantity %j is %j thousandths', (typed, quantity) => {
  expect(readQuantity(typed)).toBe(quantity)
})
