import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { aTerminal } from '#support/a-terminal.ts'
import { CART } from './a-cart.ts'

const refOf = (value: unknown): string => (value as { external_ref: string }).external_ref

test('a sale is saved, sent, stamped, printed and verified from the terminal', async () => {
  const terminal = await aTerminal()
  const sold = await terminal.json(['sell', terminal.file('cart.json', CART)])
  expect(sold).toEqual({
    code: 0,
    value: {
      external_ref: expect.stringMatching(/^T01-C01-\d{8}-000001-\w{5}$/),
      doc_type: '01',
      total: 13.61,
      withheld: 0,
      change: 6.39,
      due_difference: 0,
      state: 'pending',
    },
  })
  const ref = refOf(sold.value)
  expect(await terminal.json(['send', '--until-empty', '--for', '30'])).toEqual({
    code: 0,
    value: {
      pending: 0,
      unknown: 0,
      contingency: 0,
      stamped: 1,
      cancelling: 0,
      cancelled: 0,
      rejected: 0,
      refused: 0,
      alarm: 0,
      awaiting: 0,
      withdrawn: 0,
    },
  })
  expect(await terminal.json(['documents', '--state', 'stamped', '--ref', ref])).toMatchObject({
    code: 0,
    value: [{ external_ref: ref, total: 13.61, control_number: 'DTE-01-M001P001-000000000000001' }],
  })
  expect(await terminal.json(['document', ref])).toMatchObject({
    code: 0,
    value: {
      history: [{ call: 'post', outcome: 'stamped', http_status: 200 }, {}, {}],
      files: [{ kind: 'ticket' }, { kind: 'json' }],
    },
  })
  for (const [extension, magic] of [
    ['pdf', '%PDF-'],
    ['png', '\x89PNG'],
    ['bin', '\x1b@'],
  ] as const) {
    const out = path.join(terminal.folder, `paper.${extension}`)
    expect((await terminal.run(['print', ref, '--out', out])).code).toBe(0)
    expect(readFileSync(out).toString('latin1').startsWith(magic)).toBe(true)
  }
  expect(await terminal.json(['verify'])).toMatchObject({ code: 0, value: { documents: 1, findings: [] } })
})

test('--wait answers with the fiscal outcome', async () => {
  const terminal = await aTerminal()
  expect(await terminal.json(['sell', '-', '--wait', '20'], CART)).toMatchObject({
    code: 0,
    value: { state: 'stamped' },
  })
})

test('a sale by code takes name and price from the catalogue; an unknown code is refused by its place', async () => {
  const terminal = await aTerminal()
  const products = [{ code: '750100', name: 'Azúcar', category: 'Abarrotes', price: 2.45 }]
  expect(await terminal.json(['products', '-'], products)).toEqual({ code: 0, value: { saved: 1 } })
  const cart = (code: string) => ({ lines: [{ code, quantity: 2 }], tenders: [{ method: '01', amount: 5 }] })
  expect(await terminal.json(['sell', '-'], cart('750100'))).toMatchObject({
    code: 0,
    value: { total: 4.9, change: 0.1 },
  })
  expect(await terminal.json(['sell', '-'], cart('000'))).toEqual({
    code: 1,
    value: { error: { code: 'product_unknown', field: 'lines.0.code', params: { code: '000' } } },
  })
})

test('a rejected customer is corrected from a file and sent again with the same ref', async () => {
  const terminal = await aTerminal()
  terminal.simulator.setControls({ rejectNext: { count: 1 } })
  const sold = await terminal.json(['sell', '-', '--wait', '20'], {
    ...CART,
    customer: { name: 'Cliente de Prueba', email: 'uno@ejemplo.test' },
  })
  expect(sold).toMatchObject({ code: 0, value: { state: 'rejected' } })
  const ref = refOf(sold.value)
  const same = terminal.file('same.json', { name: 'Cliente de Prueba', email: 'uno@ejemplo.test' })
  expect(await terminal.json(['correct', ref, same])).toMatchObject({
    code: 1,
    value: { error: { code: 'correction_unchanged' } },
  })
  const other = terminal.file('other.json', { name: 'Cliente de Prueba', email: 'dos@ejemplo.test' })
  expect(await terminal.json(['correct', ref, other])).toEqual({
    code: 0,
    value: { external_ref: ref, state: 'pending', revision: 2 },
  })
  expect(await terminal.json(['send', '--until-empty', '--for', '30'])).toMatchObject({
    code: 0,
    value: { stamped: 1, cancelling: 0, cancelled: 0, rejected: 0 },
  })
  expect(terminal.simulator.ledger()).toMatchObject([{ externalRef: ref, posts: 2, state: 'stamped' }])
})

test('a key that the API refuses stops sending at once, with the counts and the reason', async () => {
  const terminal = await aTerminal()
  terminal.simulator.setControls({ keyRevoked: true })
  await terminal.json(['sell', '-'], CART)
  expect(await terminal.json(['send', '--until-empty', '--for', '30'])).toMatchObject({
    code: 1,
    value: { pending: 1, error: { code: 'key_refused' } },
  })
})

test('time that runs out is said, with what is left', async () => {
  const terminal = await aTerminal()
  terminal.simulator.setControls({ shopOffline: true })
  await terminal.json(['sell', '-'], CART)
  const sent = await terminal.json(['send', '--until-empty', '--for', '1'])
  expect(sent).toMatchObject({ code: 1, value: { stamped: 0, error: { code: 'outbox_not_empty' } } })
})

test('a sale not issued yet has a slip, and no official ticket', async () => {
  const terminal = await aTerminal()
  const ref = refOf((await terminal.json(['sell', '-'], CART)).value)
  const out = path.join(terminal.folder, 'paper.pdf')
  expect(await terminal.json(['print', ref, '--out', out])).toMatchObject({
    code: 1,
    value: { error: { code: 'not_issued_yet' } },
  })
  const slip = path.join(terminal.folder, 'slip.png')
  expect(await terminal.json(['print', ref, '--out', slip])).toMatchObject({ code: 0, value: { paper: 'slip' } })
})

test('a folder stands in for a printer', async () => {
  const terminal = await aTerminal()
  const ref = refOf((await terminal.json(['sell', '-', '--wait', '20'], CART)).value)
  const printer = { TOROGOZ_PRINTER: `file:${path.join(terminal.folder, 'papers')}` }
  const printed = await terminal.run(['print', ref, '--json'], { env: printer })
  expect({ code: printed.code, value: JSON.parse(printed.stdout) }).toEqual({
    code: 0,
    value: { external_ref: ref, paper: 'ticket', state: 'printed', copy: 1 },
  })
})

test('several commands at once never share a number, and none is lost', async () => {
  const terminal = await aTerminal()
  const cart = terminal.file('cart.json', CART)
  const sold = await Promise.all(Array.from({ length: 6 }, () => terminal.json(['sell', cart])))
  expect(new Set(sold.map(({ value }) => refOf(value))).size).toBe(6)
  const [first, second] = await Promise.all([1, 2].map(() => terminal.json(['send', '--until-empty', '--for', '40'])))
  expect([first?.code, second?.code]).toEqual([0, 0])
  expect(terminal.simulator.ledger().map(({ posts, state }) => `${posts} ${state}`)).toEqual(Array(6).fill('1 stamped'))
})

test('a command beside the sender of another process ends when that one has sent everything', async () => {
  const terminal = await aTerminal()
  terminal.simulator.setControls({ latencyMs: 300 })
  const cart = terminal.file('cart.json', CART)
  for (let count = 0; count < 3; count += 1) await terminal.run(['sell', cart])
  const both = await Promise.all([1, 2].map(() => terminal.json(['send', '--until-empty', '--for', '40'])))
  expect(both).toMatchObject([
    { code: 0, value: { stamped: 3 } },
    { code: 0, value: { stamped: 3 } },
  ])
})

test('papers printed at once by several commands are numbered as copies, none twice, and each is kept', async () => {
  const terminal = await aTerminal()
  const ref = refOf((await terminal.json(['sell', '-', '--wait', '20'], CART)).value)
  const folder = path.join(terminal.folder, 'papers')
  const prints = Array.from({ length: 4 }, () =>
    terminal.run(['print', ref, '--json'], { env: { TOROGOZ_PRINTER: `file:${folder}` } }),
  )
  const printed = (await Promise.all(prints)).map(({ code, stdout }) => ({ code, ...JSON.parse(stdout) }))
  expect(printed.map(({ code, state }) => `${code} ${state}`)).toEqual(Array(4).fill('0 printed'))
  expect(printed.map(({ copy }) => copy).sort()).toEqual([1, 2, 3, 4])
  expect(readdirSync(folder).filter((name) => name.endsWith('.bin'))).toHaveLength(4)
})
