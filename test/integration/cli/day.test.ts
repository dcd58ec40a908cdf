import { expect, test } from 'vitest'
import { localDate } from '#domain/clock/local-time.ts'
import { aTerminal } from '#support/a-terminal.ts'
import { CART } from './a-cart.ts'

const refOf = (value: unknown): string => (value as { external_ref: string }).external_ref
const PAN = {
  ...CART,
  lines: [{ description: 'Pan', quantity: 1, unit_price: 0.25 }],
  tenders: [{ method: '01', amount: 0.25 }],
}

test('a day is held against its documents and the API’s amounts, and the differences are listed', async () => {
  const terminal = await aTerminal()
  await terminal.json(['sell', '-'], CART)
  await terminal.json(['send', '--until-empty', '--for', '30'])
  const unsent = refOf((await terminal.json(['sell', '-'], CART)).value)
  const today = localDate(Date.now())
  const { code, value } = await terminal.json(['day', today])
  expect({ code, value }).toMatchObject({
    code: 0,
    value: {
      date: today,
      sales: { count: 2, amount: 27.22 },
      documents: { count: 2, amount: 27.22 },
      issued: { count: 1, amount: 13.61 },
      differences: [{ kind: 'not_issued', sale_number: 2, external_ref: unsent, total: 13.61, reported_total: null }],
      other_days: [],
      arrivals: [],
    },
  })
  const { stdout } = await terminal.run(['day'])
  expect(stdout).toMatch(/Ventas +2 +27\.22[\s\S]*Diferencias: 1\n +000002 +sin emitir/)
  expect(await terminal.json(['day', '2020-01-01'])).toMatchObject({
    code: 0,
    value: { sales: { count: 0, amount: 0 } },
  })
  expect((await terminal.json(['day', 'ayer'])).code).toBe(2)
})

test('documents are filtered by day, amount and words, together', async () => {
  const terminal = await aTerminal()
  await terminal.json(['sell', '-'], CART)
  const bread = await terminal.json(['sell', '-'], PAN)
  expect(bread.code).toBe(0)
  const today = localDate(Date.now())
  const found = async (...options: readonly string[]) => {
    const { value } = await terminal.json(['documents', ...options])
    return (value as readonly { readonly sale_number: number }[]).map(({ sale_number }) => sale_number)
  }
  expect({
    today: await found('--from', today, '--to', today),
    before: await found('--to', '2020-01-01'),
    total: await found('--total', '0.25', '--from', today),
    number: await found('--search', '000001'),
    all: await found('--state', 'pending', '--total', '0.25', '--search', 'T01-'),
  }).toEqual({ today: [2, 1], before: [], total: [2], number: [1], all: [2] })
  expect((await terminal.json(['documents', '--total', 'mucho'])).code).toBe(2)
  expect((await terminal.json(['documents', '--from', '22/11/2026'])).code).toBe(2)
})
