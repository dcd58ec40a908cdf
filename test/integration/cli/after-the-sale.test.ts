import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '#adapters/sqlite/open-database.ts'
import { sqliteSettings } from '#adapters/sqlite/settings-store.ts'
import { systemClock } from '#adapters/system/system-clock.ts'
import { openPermission } from '#engine/permission.ts'
import { aTerminal, type Terminal } from '#support/a-terminal.ts'
import { CART, LARGE } from './a-cart.ts'

const CCF = {
  doc_type: '03',
  lines: [{ description: 'Resma carta', quantity: 2, unit_price: 56.5 }],
  customer: LARGE,
  tenders: [{ method: '05', amount: 112 }],
}
const PURCHASE = {
  lines: [
    { description: 'Queso de rancho', quantity: 4, unit_price: 3.5 },
    { description: 'Reparación de la puerta', quantity: 1, unit_price: 30, is_service: true },
  ],
  customer: { name: 'Persona de Prueba', document_type: '13', document_number: '01234567-8' },
  tenders: [{ method: '01', amount: 41 }],
}
const BACK = { reason: 'Una resma dañada', lines: [{ line: 1, quantity: 1 }] }

const issues = async (terminal: Terminal, command: 'sell' | 'purchase', cart: object): Promise<string> => {
  const { value } = await terminal.json([command, '-', '--wait', '20'], cart)
  return (value as { external_ref: string }).external_ref
}

const setsPin = ({ folder }: Terminal, pin: string): void => {
  const connection = openDatabase(path.join(folder, 'data', 'till.db'))
  try {
    openPermission(sqliteSettings(connection), systemClock).save(pin, '')
  } finally {
    connection.close()
  }
}

test('what needs the supervisor is refused without the PIN, and with a wrong one, and done with the right one', async () => {
  const terminal = await aTerminal()
  const [invoice, ccf] = [await issues(terminal, 'sell', CART), await issues(terminal, 'sell', CCF)]
  const other = await issues(terminal, 'sell', CART)
  setsPin(terminal, '4821')
  const acts = [
    [['cancel', other, '--reason', 'Se cobró dos veces'], undefined],
    [['credit-note', ccf, '-'], BACK],
    [['return', invoice, '-'], BACK],
  ] as const
  const codes = async (pin: readonly string[]) => {
    const ended: unknown[] = []
    for (const [args, input] of acts) {
      const { code, value } = await terminal.json([...args, ...pin], input)
      ended.push((value as { error?: { code: string } }).error?.code ?? code)
    }
    return ended
  }
  expect([await codes([]), await codes(['--pin', '0000'])]).toEqual([
    Array(3).fill('pin_required'),
    Array(3).fill('pin_wrong'),
  ])
  expect(await terminal.json(['documents'])).toMatchObject({ value: Array(3).fill({ state: 'stamped' }) })
  expect(await codes(['--pin', '4821'])).toEqual([0, 0, 0])
  expect((await terminal.json(['print', other, '--pin', '4821'])).code).toBe(2)
}, 120_000)

test('the PDF of what has no ticket is its letter, and nothing of it is asked for before it is issued', async () => {
  const terminal = await aTerminal()
  const ref = await issues(terminal, 'sell', CCF)
  const out = path.join(terminal.folder, 'carta.pdf')
  const filesAsked = () =>
    terminal.simulator
      .requests()
      .filter(({ path: asked }) => asked.includes('/file/'))
      .map(({ path: asked, status }) => `${asked.replace(/^.*type=/, '')} ${status}`)
  expect(await terminal.json(['print', ref, '--out', out])).toMatchObject({
    code: 0,
    value: { external_ref: ref, paper: 'invoice' },
  })
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await terminal.json(['print', ref, '--out', path.join(terminal.folder, 'tira.png')])).toMatchObject({
    code: 0,
    value: { paper: 'text_ticket' },
  })
  expect(filesAsked()).not.toContainEqual(expect.stringContaining('ticket'))

  terminal.simulator.setControls({ shopOffline: true })
  const { value } = await terminal.json(['sell', '-'], CCF)
  const waiting = (value as { external_ref: string }).external_ref
  expect(await terminal.json(['print', waiting, '--out', out])).toMatchObject({
    code: 1,
    value: { error: { code: 'not_issued_yet' } },
  })
}, 60_000)

test('documents are listed by their type, and an unknown one is wrong usage', async () => {
  const terminal = await aTerminal()
  for (const cart of [CART, CCF]) await terminal.run(['sell', '-'], { input: cart })
  const listed = async (type: string) => {
    const { value } = await terminal.json(['documents', '--type', type])
    return (value as readonly { doc_type: string }[]).map(({ doc_type: docType }) => docType)
  }
  expect([await listed('03'), await listed('14')]).toEqual([['03'], []])
  expect((await terminal.json(['documents', '--type', '99'])).code).toBe(2)
})

test('what was paid above what is due is told, and settled once', async () => {
  const terminal = await aTerminal()
  const paidWhole = { ...CCF, tenders: [{ method: '05', amount: 113 }] }
  const sold = await terminal.run(['sell', '-', '--wait', '20'], { input: paidWhole })
  const [ref = ''] = sold.stdout.split('  ')
  expect(sold.stdout).toBe(
    `${ref}  03  total 113.00  retenido 1.00  vuelto 0.00  stamped\n  El cliente pagó de más: 1.00\n`,
  )
  expect(await terminal.json(['settle', ref, 'credit'])).toEqual({
    code: 0,
    value: { external_ref: ref, difference: 1, how: 'credit' },
  })
  expect(await terminal.json(['settle', ref, 'cash'])).toMatchObject({ code: 0, value: { how: 'credit' } })
  expect(await terminal.json(['documents', '--ref', ref])).toMatchObject({
    value: [{ withheld: 1, due_difference: 0, origin: null }],
  })
  expect((await terminal.json(['settle', ref, 'mañana'])).code).toBe(2)
  expect(await terminal.json(['settle', await issues(terminal, 'sell', CART), 'cash'])).toMatchObject({
    code: 1,
    value: { error: { code: 'nothing_to_settle' } },
  })
}, 60_000)

test('what a person reads says the type, what is withheld, what is handed over, the relations and the window', async () => {
  const terminal = await aTerminal()
  const bought = await terminal.run(['purchase', '-', '--wait', '20'], { input: PURCHASE })
  expect(bought.stdout).toMatch(/^\S+ {2}14 {2}total 44\.00 {2}retenido 3\.00 {2}entregado 41\.00 {2}stamped\n$/)
  const ccf = await issues(terminal, 'sell', CCF)
  const noted = await terminal.run(['credit-note', ccf, '-', '--wait', '20'], { input: BACK })
  const [note = ''] = noted.stdout.split('  ')
  expect(noted.stdout).toBe(`${note}  05  total 56.50  retenido 0.50  devuelto 56.00  stamped\n  resta de ${ccf}\n`)
  const { stdout } = await terminal.run(['document', ccf])
  expect(stdout.split('\n').slice(1, 8)).toEqual([
    '  03 COMPROBANTE DE CRÉDITO FISCAL',
    '    1  Resma carta',
    '  total 113.00  IVA incluido 13.00',
    '  IVA retenido 1% 1.00  A PAGAR 112.00',
    '  vuelto 0.00',
    `  le resta ${note}  05  stamped  56.50`,
    expect.stringMatching(/^ {2}se puede anular hasta el \d{4}-\d\d-\d\d$/),
  ])
}, 60_000)

test('a purchase is of no other type than what is bought from an excluded subject', async () => {
  const terminal = await aTerminal()
  expect(await terminal.json(['purchase', '-'], { ...PURCHASE, doc_type: '01' })).toMatchObject({
    code: 1,
    value: { error: { code: 'cart_invalid', field: 'doc_type' } },
  })
  expect(await terminal.json(['documents'])).toEqual({ code: 0, value: [] })
  expect(await terminal.json(['purchase', '-'], { ...PURCHASE, doc_type: '14' })).toMatchObject({ code: 0 })
})
