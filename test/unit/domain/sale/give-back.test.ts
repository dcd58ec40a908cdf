import { expect, test } from 'vitest'
import { giveBack, paidOf } from '#domain/sale/give-back.ts'
import type { Settlement, Tender } from '#domain/sale/tender.ts'

const settled = (tenders: readonly Tender[], change = 0): Settlement => ({ tenders, change, method: '01' })
const cash = (amount: number): Tender => ({ method: '01', amount })
const card = (amount: number): Tender => ({ method: '03', amount })

test.each<[string, Settlement, number, readonly Tender[], readonly Tender[]]>([
  ['part of the cash', settled([cash(2_000)], 900), 300, [cash(300)], [cash(800)]],
  ['all of it, change taken off', settled([cash(2_000)], 900), 1_100, [cash(1_100)], []],
  ['the cash first, then the card', settled([card(700), cash(400)]), 500, [cash(400), card(100)], [card(600)]],
  ['nothing', settled([card(700), cash(400)]), 0, [], [cash(400), card(700)]],
  ['two cards of one kind are one', settled([card(300), card(400)]), 500, [card(500)], [card(200)]],
])('%s goes back the way that it came', (_, settlement, amount, back, rest) => {
  expect(giveBack(settlement, amount)).toEqual({ back, rest })
})

test('what was paid is what was given less the change', () => {
  expect(paidOf(settled([cash(2_000), card(100)], 900))).toBe(1_200)
})
