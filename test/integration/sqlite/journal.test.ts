import { expect, test } from 'vitest'
import { openStores } from '#adapters/sqlite/open-stores.ts'
import { verifyJournal } from '#adapters/sqlite/verify-journal.ts'
import { aTill, NOW, REF, REF_2, type Till } from '../../unit/application/a-till.ts'
import { rejected, stamped, unknown } from '../../unit/application/an-outcome.ts'
import { aCustomer } from '../../unit/domain/a-customer.ts'
import { tampered } from './tampered.ts'

const findings = (till: Till) => [...verifyJournal(till.connection, openStores(till.connection))]

/** One sale stamped at the first try, one rejected, corrected and stamped, one asked about again by a person. */
const aDay = (): Till => {
  const till = aTill()
  till.sells()
  till.hears(stamped())
  till.sells()
  till.hears(rejected())
  till.correct(REF_2, aCustomer())
  till.hears(stamped({ controlNumber: 'DTE-2', generationCode: 'G-2' }))
  till.sells()
  till.hears(unknown, null)
  till.retry('T01-C01-20261122-000003-7QK3F')
  return till
}

test('a day in the journal: every sale, every answer, every act with its reason, in the order of writing', () => {
  const till = aDay()
  const lines = [...till.stores.journal.between(NOW, NOW + 1)]
  expect(
    lines.map(({ entryId, kind, externalRef, facts }) => [
      entryId,
      kind,
      externalRef,
      facts.act ?? facts.outcome ?? '',
    ]),
  ).toEqual([
    [1, 'sale', REF, ''],
    [2, 'answer', REF, 'stamped'],
    [3, 'sale', REF_2, ''],
    [4, 'answer', REF_2, 'rejected'],
    [5, 'act', REF_2, 'corrected'],
    [6, 'answer', REF_2, 'stamped'],
    [7, 'sale', 'T01-C01-20261122-000003-7QK3F', ''],
    [8, 'answer', 'T01-C01-20261122-000003-7QK3F', 'unknown'],
    [9, 'act', 'T01-C01-20261122-000003-7QK3F', 'retried'],
  ])
  expect(lines[4]?.facts).toMatchObject({ reason: expect.stringContaining('correo'), revision: 2, state: 'pending' })
  expect(findings(till)).toEqual([])
})

test('a line belongs to its day by its own time, and the newest stands for all of them', () => {
  const till = aDay()
  till.passes(86_400_000)
  till.sells()
  expect(
    [...till.stores.journal.between(NOW + 86_400_000, NOW + 2 * 86_400_000)].map(({ entryId }) => entryId),
  ).toEqual([10])
  expect(till.stores.journal.head()).toEqual({ entryId: 10, hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
})

test('a clock that was set back and put right again mixes no day into another', () => {
  const till = aTill()
  const day = 86_400_000
  for (const passes of [0, day, -day, 1_000, day, 365 * day, -365 * day]) {
    till.passes(passes)
    till.sells()
  }
  const linesOf = (from: number) => [...till.stores.journal.between(from, from + day)].map(({ entryId }) => entryId)
  const midnight = NOW - (NOW % day) + 6 * 3_600_000
  expect([linesOf(midnight), linesOf(midnight + day), linesOf(midnight + 366 * day), linesOf(midnight - day)]).toEqual([
    [1, 3, 4],
    [2, 5, 7],
    [6],
    [],
  ])
  expect(findings(till)).toEqual([])
})

test.each<[string, string, object[]]>([
  [
    'a word in a line',
    `UPDATE journal SET facts = replace(facts, 'rejected', 'accepted') WHERE entry_id = 4`,
    [{ code: 'journal_broken', externalRef: REF_2, detail: 'first broken link: 4' }],
  ],
  [
    'the time of a line',
    'UPDATE journal SET at = at + 1 WHERE entry_id = 5',
    [{ code: 'journal_broken', externalRef: REF_2, detail: 'first broken link: 5' }],
  ],
  [
    'a line that is gone',
    'DELETE FROM journal WHERE entry_id = 5',
    [{ code: 'journal_broken', externalRef: REF_2, detail: 'first broken link: 5' }],
  ],
  [
    'a name on a line of a sale',
    `UPDATE sale_line SET description = 'Café molidO' WHERE sale_number = 1`,
    [{ code: 'sale_changed', externalRef: REF, detail: 'journal 1' }],
  ],
  [
    'the cashier of a sale',
    `UPDATE sale SET cashier = 'Otra' WHERE sale_number = 2`,
    [{ code: 'sale_changed', externalRef: REF_2, detail: 'journal 3' }],
  ],
  [
    'one byte of an answer',
    `UPDATE attempt SET answer = '{.}' WHERE attempt_id = 2`,
    [{ code: 'attempt_changed', externalRef: REF_2, detail: 'journal 4, attempt 2' }],
  ],
  [
    'a body changed together with its hash',
    `UPDATE frozen_request SET body = '{}', sha256 = '${'0'.repeat(64)}' WHERE document_id = 1`,
    [{ code: 'request_changed', externalRef: REF, detail: 'journal 1, revision 1' }],
  ],
  [
    'a control number',
    `UPDATE fiscal_document SET control_number = 'DTE-9' WHERE document_id = 2`,
    [{ code: 'document_changed', externalRef: REF_2, detail: 'stamped' }],
  ],
])('changed by hand, it is found: %s', (_, sql, expected) => {
  expect(findings(tampered(aDay(), sql))).toEqual(expected)
})

test('rows that nobody wrote into the journal are found', () => {
  const till = tampered(
    aDay(),
    `INSERT INTO attempt (document_id, call, revision, started_at, ended_at, outcome, detail) VALUES (1, 'post', 1, 1, 1, 'stamped', '')`,
  )
  expect(findings(till)).toEqual([{ code: 'attempt_not_in_journal', externalRef: REF, detail: '5' }])
})

test('two lines swapped are a broken link where the first of them was', () => {
  const till = tampered(
    aDay(),
    'UPDATE journal SET entry_id = -6 WHERE entry_id = 6',
    'UPDATE journal SET entry_id = 6 WHERE entry_id = 5',
    'UPDATE journal SET entry_id = 5 WHERE entry_id = -6',
  )
  expect(findings(till)[0]).toEqual({ code: 'journal_broken', externalRef: REF_2, detail: 'first broken link: 5' })
})

test('a line that is no JSON any more is the broken link, and the rest is walked all the same', () => {
  const till = tampered(
    aDay(),
    'PRAGMA ignore_check_constraints = ON',
    `UPDATE journal SET facts = '{' WHERE entry_id = 4`,
  )
  expect(findings(till)[0]).toEqual({ code: 'journal_broken', externalRef: REF_2, detail: 'first broken link: 4' })
})
