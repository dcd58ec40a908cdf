import { expect, test } from 'vitest'
import { verifyDatabase } from '#adapters/sqlite/verify-database.ts'
import { aSale, aTill, REF, REF_2, type Till } from '../../unit/application/a-till.ts'
import { inContingency, refused, rejected, stamped, unknown } from '../../unit/application/an-outcome.ts'
import { isStamped, sellsAndStamps, successOf } from '../../unit/application/returning/a-stamped-sale.ts'
import { aCustomer, aTaxpayer } from '../../unit/domain/a-customer.ts'
import { aLine, aLineOf, amountOff } from '../../unit/domain/a-line.ts'
import { tampered } from './tampered.ts'

const aBusyTill = (): Till => {
  const till = aTill()
  const outcomes = [stamped(), inContingency({ controlNumber: 'DTE-2' }), unknown, refused, rejected()]
  for (const outcome of outcomes) {
    till.sells(aSale({ lines: [aLine({ quantity: 3000, discount: amountOff(550) })] }), [
      { method: '02', amount: 1000 },
      { method: '01', amount: 500 },
    ])
    till.hears(outcome)
  }
  till.correct('T01-C01-20261122-000005-7QK3F', aCustomer())
  till.sells()
  till.sells()
  till.claims()
  return till
}

/** What the journal remembers otherwise has a test of its own. */
const withoutJournal = (till: Till) => verifyDatabase(till.connection).filter(({ code }) => !code.endsWith('_changed'))

test('a till in the middle of its work is in order', () => {
  expect(verifyDatabase(aBusyTill().connection)).toEqual([])
})

const documentOf = (ref: string) => `(SELECT document_id FROM fiscal_document WHERE external_ref = '${ref}')`

test.each<[string, string[], object[]]>([
  [
    'a changed frozen body',
    [`UPDATE frozen_request SET body = replace(body, '5.5', '5.4') WHERE document_id = ${documentOf(REF)}`],
    [{ code: 'request_does_not_fit_its_hash', externalRef: REF, detail: 'revision 1' }],
  ],
  [
    'a stamped document whose entry waits',
    [`UPDATE outbox SET state = 'due', step = 'send' WHERE entry_id = ${documentOf(REF)}`],
    [{ code: 'state_and_entry_disagree', externalRef: REF, detail: 'stamped / due' }],
  ],
  [
    'a document in contingency that would be sent',
    [`UPDATE outbox SET step = 'send' WHERE entry_id = ${documentOf(REF_2)}`],
    [{ code: 'state_and_entry_disagree', externalRef: REF_2, detail: 'contingency / due' }],
  ],
  [
    'a pending document that is parked',
    [`UPDATE outbox SET state = 'parked', step = 'park' WHERE entry_id = 6`],
    [{ code: 'state_and_entry_disagree', externalRef: 'T01-C01-20261122-000006-7QK3F', detail: 'pending / parked' }],
  ],
  [
    'lines that do not make the total',
    ['UPDATE sale_line SET amount_cents = amount_cents + 1 WHERE sale_number = 1'],
    [{ code: 'total_is_not_that_of_the_lines', externalRef: REF, detail: '1100 / 1101' }],
  ],
  [
    'a document over another total than its sale',
    [`UPDATE fiscal_document SET total_cents = 1099 WHERE external_ref = '${REF}'`],
    [{ code: 'total_is_not_that_of_the_lines', externalRef: REF, detail: '1100 / 1100' }],
  ],
  [
    'tenders that do not pay',
    [`UPDATE sale_tender SET amount_cents = 999 WHERE sale_number = 1 AND method = '02'`],
    [{ code: 'tenders_do_not_pay_the_total', externalRef: REF, detail: '1099 / 1100' }],
  ],
  [
    'a stamped document without its stamp',
    [`UPDATE fiscal_document SET reception_stamp = '' WHERE external_ref = '${REF}'`],
    [{ code: 'stamped_without_facts', externalRef: REF, detail: '' }],
  ],
  [
    'one control number twice',
    [`UPDATE fiscal_document SET control_number = 'DTE-2' WHERE external_ref = '${REF}'`],
    [{ code: 'control_number_twice', externalRef: REF, detail: 'DTE-2' }],
  ],
  [
    'an entry that is gone',
    ['DELETE FROM outbox WHERE entry_id = 1'],
    [{ code: 'document_without_entry', externalRef: REF, detail: 'stamped' }],
  ],
  [
    'a request that is gone',
    ['DELETE FROM frozen_request WHERE document_id = 1'],
    [{ code: 'document_without_request', externalRef: REF, detail: 'revision 1' }],
  ],
  [
    'an amount that differs from the one of the API',
    [`UPDATE fiscal_document SET amounts_differ = 1, reported_gross_cents = 1099 WHERE external_ref = '${REF}'`],
    [{ code: 'amounts_differ', externalRef: REF, detail: '1099' }],
  ],
  [
    'lines that are gone',
    ['DELETE FROM sale_line WHERE sale_number = 1'],
    [{ code: 'total_is_not_that_of_the_lines', externalRef: REF, detail: expect.any(String) }],
  ],
])('it finds %s', (_, sql, findings) => {
  expect(withoutJournal(tampered(aBusyTill(), ...sql))).toEqual(findings)
})

/** A CCF over 113.00 with a withholding, a note over half of it; a sale of which a part comes back. */
const aTillOfEveryType = (): Till => {
  const till = aTill()
  const ccf = { docType: '03' as const, lines: [aLineOf(5_650), aLineOf(5_650)], customer: aTaxpayer() }
  sellsAndStamps(till, ccf, [{ method: '05', amount: 11_200 }], 100)
  successOf(till.credits(REF, { parts: [{ position: 0, quantity: 1_000 }] }))
  isStamped(till, 5_650)
  const sold = sellsAndStamps(till, aSale(), [{ method: '01', amount: 1_100 }])
  successOf(till.returns(sold.externalRef))
  return till
}
const SOLD = 'T01-C01-20261122-000003-7QK3F'
const REST = 'T01-C01-20261122-000004-7QK3F'

test('a till with notes and returns on their way is in order', () => {
  const till = aTillOfEveryType()
  expect(verifyDatabase(till.connection)).toEqual([])
  till.hears({ kind: 'cancel_refused', detail: 'no' }, 400)
  expect(verifyDatabase(till.connection)).toEqual([])
})

test.each<[string, string[], object[]]>([
  [
    'notes that take back more than was sold',
    [
      `UPDATE sale SET total_cents = 11301, subtotal_cents = 11301 WHERE sale_number = 2`,
      `UPDATE sale_line SET amount_cents = 11301 WHERE sale_number = 2`,
      `UPDATE sale_tender SET amount_cents = 11301 WHERE sale_number = 2`,
      `UPDATE fiscal_document SET total_cents = 11301 WHERE external_ref = '${REF_2}'`,
    ],
    [{ code: 'notes_exceed_their_document', externalRef: REF, detail: '11301 / 11300' }],
  ],
  [
    'what replaces a document that was not cancelled',
    [
      `UPDATE fiscal_document SET state = 'pending' WHERE external_ref = '${REST}'`,
      `UPDATE outbox SET state = 'due', step = 'send' WHERE entry_id = ${documentOf(REST)}`,
    ],
    [{ code: 'replacement_without_its_cancellation', externalRef: REST, detail: 'pending / cancelling' }],
  ],
  [
    'what waits for a cancellation and would be sent',
    [`UPDATE outbox SET state = 'due', step = 'send' WHERE entry_id = ${documentOf(REST)}`],
    [{ code: 'state_and_entry_disagree', externalRef: REST, detail: 'awaiting / due' }],
  ],
  [
    'a withdrawn document that is not settled',
    [`UPDATE fiscal_document SET state = 'withdrawn' WHERE external_ref = '${REST}'`],
    [{ code: 'state_and_entry_disagree', externalRef: REST, detail: 'withdrawn / parked' }],
  ],
  [
    'a cancellation that would be posted',
    [`UPDATE outbox SET step = 'send' WHERE entry_id = ${documentOf(SOLD)}`],
    [{ code: 'state_and_entry_disagree', externalRef: SOLD, detail: 'cancelling / due' }],
  ],
  [
    'tenders that leave out more than was withheld',
    [`UPDATE sale_tender SET amount_cents = 11199 WHERE sale_number = 1`],
    [{ code: 'tenders_do_not_pay_the_total', externalRef: REF, detail: '11199 / 11300' }],
  ],
  [
    'tenders that pay more than the total',
    [`UPDATE sale_tender SET amount_cents = 11301 WHERE sale_number = 1`],
    [{ code: 'tenders_do_not_pay_the_total', externalRef: REF, detail: '11301 / 11300' }],
  ],
])('it finds %s', (_, sql, findings) => {
  expect(withoutJournal(tampered(aTillOfEveryType(), ...sql))).toEqual(findings)
})

test('the numbers of a year may come again in the next', () => {
  const till = aTill()
  till.sells()
  till.hears(stamped())
  till.passes(60 * 86_400_000)
  till.sells()
  till.hears(stamped({ generationCode: 'G-2' }))
  expect(verifyDatabase(till.connection)).toEqual([])
})

test.each([
  ['withheld_cents', 'withheld_cents = 99', REF],
  ['its origin', `origin_ref = '${REST}'`, REF_2],
  ['when its cancellation was asked for', 'cancel_asked_at = 7', SOLD],
  ['what the API withheld', 'reported_withheld_cents = 99', REF],
  ['its automatic note', "automatic_note_id = 'x', automatic_note_control_number = 'y'", REF],
])('the journal remembers %s of a document', (_, change, ref) => {
  const till = tampered(aTillOfEveryType(), `UPDATE fiscal_document SET ${change} WHERE external_ref = '${ref}'`)
  expect(verifyDatabase(till.connection)).toContainEqual(
    expect.objectContaining({ code: 'document_changed', externalRef: ref }),
  )
})

test.each([
  ['a term on credit', 'UPDATE sale SET credit_unit = 1, credit_amount = 30 WHERE sale_number = 1', REF],
  ['a service', 'UPDATE sale_line SET is_service = 1 WHERE sale_number = 1', REF],
  ['a part of another line', 'UPDATE sale_line SET part_of_position = 1 WHERE sale_number = 2', REF_2],
])('the journal remembers %s of a sale', (_, sql, ref) => {
  expect(verifyDatabase(tampered(aTillOfEveryType(), sql).connection)).toContainEqual(
    expect.objectContaining({ code: 'sale_changed', externalRef: ref }),
  )
})

test('it finds a document that is gone, from every side', () => {
  const { connection } = tampered(aBusyTill(), 'DELETE FROM fiscal_document WHERE document_id = 1')
  const findings = verifyDatabase(connection)
  expect(findings).toContainEqual({ code: 'sale_without_document', externalRef: 'sale 1', detail: '' })
  expect(findings.filter(({ code }) => code === 'foreign_key_broken').length).toBeGreaterThanOrEqual(3)
})

test('a sale that another process makes meanwhile is looked at whole or not at all', () => {
  const till = aBusyTill()
  const neighbour = aTill({ folder: till.folder })
  let sold = 0
  const disturbed = new Proxy(till.connection, {
    get: (connection, name) => {
      if (name === 'prepare') {
        sold += 1
        neighbour.complete(aSale(), [{ method: '01', amount: 1100 }], `meanwhile-${sold}`)
      }
      const value: unknown = Reflect.get(connection, name)
      return typeof value === 'function' ? value.bind(connection) : value
    },
  })
  expect(verifyDatabase(disturbed)).toEqual([])
  expect(sold).toBeGreaterThan(5)
})

test('triggers that somebody took away are named', () => {
  const till = aBusyTill()
  till.connection.exec('DROP TRIGGER journal_is_kept')
  expect(verifyDatabase(till.connection)).toEqual([
    { code: 'trigger_missing_or_changed', externalRef: null, detail: 'journal_is_kept' },
  ])
})
