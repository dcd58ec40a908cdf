import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { aTerminal } from '#support/a-terminal.ts'
import { CART } from './a-cart.ts'

test.each([
  ['quantity 0', { lines: [{ description: 'x', quantity: 0, unit_price: 1 }] }, 'quantity_zero', 'lines.0.quantity'],
  ['price 0', { lines: [{ description: 'x', quantity: 1, unit_price: 0 }] }, 'price_zero', 'lines.0.unit_price'],
  [
    'an amount that rounds to 0.00',
    { lines: [{ description: 'x', quantity: 0.001, unit_price: 1 }] },
    'line_amount_zero',
    'lines.0',
  ],
  ['no line', { lines: [] }, 'sale_empty', 'lines'],
  [
    'a bad DUI',
    { customer: { name: 'Cliente de Prueba', document_type: '13', document_number: '01234567-9' } },
    'dui_invalid',
    'customer.document_number',
  ],
  ['too little money', { tenders: [{ method: '01', amount: 1 }] }, 'tender_short', 'tenders'],
  ['too much on a card', { tenders: [{ method: '02', amount: 50 }] }, 'tender_exceeds_total', 'tenders'],
  [
    '25,000.00 of nobody',
    { lines: [{ description: 'x', quantity: 1, unit_price: 25_000 }], tenders: [{ method: '05', amount: 25_000 }] },
    'buyer_required',
    'customer',
  ],
  [
    'over 2,000 lines',
    {
      lines: Array.from({ length: 2001 }, () => ({ description: 'x', quantity: 1, unit_price: 1 })),
      tenders: [{ method: '01', amount: 2001 }],
    },
    'too_many_lines',
    'lines',
  ],
  ['a method that does not exist', { tenders: [{ method: '06', amount: 20 }] }, 'cart_invalid', 'tenders.0.method'],
  [
    'a field of another name',
    { lines: [{ description: 'x', quantity: 1, price: 1 }] },
    'cart_invalid',
    'lines.0.unit_price',
  ],
])('%s is refused with its code and field, and nothing is saved', async (_, wrong, code, field) => {
  const terminal = await aTerminal()
  expect(await terminal.json(['sell', '-'], { ...CART, ...wrong })).toMatchObject({
    code: 1,
    value: { error: { code, field } },
  })
  expect(await terminal.json(['documents'])).toEqual({ code: 0, value: [] })
})

test.each([
  [['sell', '-'], 'no JSON', 1],
  [['sell', '/nowhere/cart.json'], '', 1],
  [['document', 'T99'], '', 1],
  [['retry', 'T99'], '', 1],
  [['print', 'T99'], '', 1],
  [[], '', 2],
  [['fly'], '', 2],
  [['sell'], '', 2],
  [['send'], '', 2],
  [['sell', '-', '--wait', 'soon'], '', 2],
  [['documents', '--state', 'lost'], '', 2],
  [['print', 'X', '--out', 'x.docx'], '', 2],
  [['verify', '--port', '1'], '', 2],
] as const)('%j ends with one JSON value and code %3$i', async (args, input, code) => {
  const terminal = await aTerminal()
  expect(await terminal.json(args, input)).toMatchObject({ code, value: { error: { code: expect.any(String) } } })
})

test('without a key a sale is saved, sending is refused with the reason, and nothing is lost', async () => {
  const terminal = await aTerminal()
  const env = { OCOTE_API_KEY: '' }
  expect((await terminal.run(['sell', '-', '--json'], { input: CART, env })).code).toBe(0)
  const refused = await terminal.run(['send', '--until-empty', '--json'], { env })
  expect({ ...refused, stdout: JSON.parse(refused.stdout) }).toMatchObject({
    code: 1,
    stdout: { error: { code: 'no_key' } },
  })
  expect(await terminal.json(['send', '--until-empty', '--for', '30'])).toMatchObject({
    code: 0,
    value: { stamped: 1 },
  })
})

test('a wrong environment says which variable, and what would be right', async () => {
  const terminal = await aTerminal()
  const ran = await terminal.run(['documents'], { env: { OCOTE_BASE_URL: 'http://example.test/api' } })
  expect(ran.code).toBe(2)
  expect(ran.stderr).toContain('OCOTE_BASE_URL: debe ser https://')
})

test('what nobody foresaw is still one JSON value, with an id that the log has', async () => {
  const terminal = await aTerminal()
  await terminal.run(['sell', '-'], { input: CART })
  rmSync(path.join(terminal.folder, 'data', 'till.db'))
  mkdirSync(path.join(terminal.folder, 'data', 'till.db'))
  const ran = await terminal.run(['documents', '--json'])
  expect({ code: ran.code, value: JSON.parse(ran.stdout) }).toMatchObject({
    code: 1,
    value: { error: { code: expect.any(String) } },
  })
})

test.each([
  [
    'a control character',
    { description: 'x\u0000y', quantity: 1, unit_price: 1 },
    'text_not_printable',
    'lines.0.description',
  ],
  [
    'half a character',
    { description: 'x\ud800', quantity: 1, unit_price: 1 },
    'text_not_printable',
    'lines.0.description',
  ],
  [
    'more than a document can say',
    { description: 'x', quantity: 99_999, unit_price: 99_999 },
    'total_too_large',
    'lines',
  ],
])('%s is refused', async (_, line, code, field) => {
  const terminal = await aTerminal()
  const cart = {
    ...CART,
    lines: [line],
    customer: { name: 'Cliente de Prueba', document_type: '13', document_number: '01234567-8' },
  }
  expect(await terminal.json(['sell', '-'], cart)).toMatchObject({ code: 1, value: { error: { code, field } } })
})

test('a port that is taken is said, with its number', async () => {
  const terminal = await aTerminal()
  const port = String(terminal.simulator.port)
  expect(await terminal.json(['simulator', '--port', port])).toEqual({
    code: 1,
    value: { error: { code: 'port_in_use', field: '--port', params: { port: terminal.simulator.port } } },
  })
})
