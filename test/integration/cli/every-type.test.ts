import { expect, test } from 'vitest'
import { aTerminal } from '#support/a-terminal.ts'
import { LARGE } from './a-cart.ts'

const PERSON = { name: 'Persona de Prueba', document_type: '13', document_number: '01234567-8' }
const PAPER = [{ description: 'Resma carta', quantity: 2, unit_price: 56.5 }]

const refOf = ({ value }: { readonly value: unknown }): string => (value as { external_ref: string }).external_ref

test('every type is sold, bought, taken back and cancelled from the terminal', async () => {
  const terminal = await aTerminal()
  const ccf = await terminal.json(['sell', '-', '--wait', '20'], {
    doc_type: '03',
    lines: PAPER,
    customer: LARGE,
    tenders: [{ method: '05', amount: 112 }],
  })
  expect(ccf).toMatchObject({
    code: 0,
    value: { doc_type: '03', total: 113, withheld: 1, change: 0, state: 'stamped' },
  })
  const exported = await terminal.json(['sell', '-', '--wait', '20'], {
    doc_type: '11',
    lines: PAPER,
    customer: { ...PERSON, document_type: '03', document_number: 'P1234567' },
    tenders: [{ method: '01', amount: 100 }],
  })
  expect(exported).toMatchObject({ code: 0, value: { doc_type: '11', total: 100, withheld: 0, state: 'stamped' } })
  const bought = await terminal.json(['purchase', '-', '--wait', '20'], {
    lines: [
      { description: 'Queso de rancho', quantity: 4, unit_price: 3.5 },
      { description: 'Reparación de la puerta', quantity: 1, unit_price: 30, is_service: true },
    ],
    customer: PERSON,
    tenders: [{ method: '01', amount: 41 }],
  })
  expect(bought).toMatchObject({ code: 0, value: { doc_type: '14', total: 44, withheld: 3, state: 'stamped' } })
  const note = await terminal.json(['credit-note', refOf(ccf), '-', '--wait', '20'], {
    reason: 'Una resma dañada',
    lines: [{ line: 1, quantity: 1 }],
  })
  expect(note).toMatchObject({ code: 0, value: { doc_type: '05', total: 56.5, withheld: 0.5, state: 'stamped' } })

  const invoice = await terminal.json(['sell', '-', '--wait', '20'], {
    lines: [{ description: 'Café', quantity: 2, unit_price: 5.5 }],
    tenders: [{ method: '01', amount: 20 }],
  })
  const returned = await terminal.json(['return', refOf(invoice), '-'], {
    reason: 'Una bolsa de más',
    lines: [{ line: 1, quantity: 1 }],
  })
  expect(returned).toMatchObject({ code: 0, value: { rest_total: 5.5, back: [{ method: '01', amount: 5.5 }] } })
  expect(await terminal.json(['cancel', refOf(exported), '--reason', 'No salió del país'])).toMatchObject({
    code: 0,
    value: { state: 'cancelling' },
  })
  expect(await terminal.json(['send', '--until-empty', '--for', '30'])).toMatchObject({
    code: 0,
    value: { stamped: 4, cancelled: 2, awaiting: 0, withdrawn: 0 },
  })

  expect(terminal.simulator.ledger().map(({ docType, state, total, posts }) => [docType, state, total, posts])).toEqual(
    [
      ['03', 'stamped', '113.00', 1],
      ['11', 'cancelled', '100.00', 1],
      ['14', 'stamped', '44.00', 1],
      ['05', 'stamped', '56.50', 1],
      ['01', 'cancelled', '11.00', 1],
      ['01', 'stamped', '5.50', 1],
    ],
  )
  expect(await terminal.json(['document', refOf(ccf)])).toMatchObject({
    value: { about: [{ externalRef: refOf(note), relation: 'credits' }], withheld: 1, state: 'stamped' },
  })
  expect(await terminal.json(['document', refOf(note)])).toMatchObject({
    value: { origin: { relation: 'credits', externalRef: refOf(ccf) } },
  })
  expect(await terminal.json(['verify'])).toMatchObject({ code: 0 })
}, 120_000)

test('what cannot be done is refused with its reason, and nothing is saved', async () => {
  const terminal = await aTerminal()
  const refusals = [
    await terminal.json(['sell', '-'], { doc_type: '03', lines: PAPER, tenders: [{ method: '01', amount: 113 }] }),
    await terminal.json(['purchase', '-'], { lines: PAPER, tenders: [{ method: '01', amount: 113 }] }),
    await terminal.json(['sell', '-'], {
      doc_type: '03',
      lines: PAPER,
      customer: { ...LARGE, nrc: 'ABC' },
      tenders: [{ method: '01', amount: 113 }],
    }),
    await terminal.json(['sell', '-'], { doc_type: '05', lines: PAPER, tenders: [] }),
    await terminal.json(['credit-note', 'NADIE', '-'], { reason: 'x' }),
    await terminal.json(['return', 'NADIE', '-'], { lines: [{ line: 1, quantity: 1 }], reason: '' }),
  ]
  expect(refusals.map(({ code, value }) => [code, (value as { error: { code: string } }).error.code])).toEqual([
    [1, 'taxpayer_required'],
    [1, 'identity_required'],
    [1, 'nrc_invalid'],
    [1, 'cart_invalid'],
    [1, 'document_unknown'],
    [1, 'reason_missing'],
  ])
  expect(await terminal.json(['documents'])).toEqual({ code: 0, value: [] })
}, 60_000)
