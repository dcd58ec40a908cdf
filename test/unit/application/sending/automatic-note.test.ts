import { expect, test } from 'vitest'
import { aTaxpayer } from '../../domain/a-customer.ts'
import { aLine } from '../../domain/a-line.ts'
import { aTill, NOW, REF, type Till } from '../a-till.ts'
import { sellsAndStamps, successOf } from '../returning/a-stamped-sale.ts'

const NOTE = { documentId: '0d9bd12e-0000-4000-8000-00000000000a', controlNumber: 'DTE-05-1' }

const aCancellingCcf = (): Till => {
  const till = aTill()
  sellsAndStamps(till, { docType: '03', lines: [aLine()], customer: aTaxpayer(1) }, [{ method: '01', amount: 550 }])
  for (const kind of ['invoice', 'json'] as const) till.stores.files.forget(REF, kind)
  till.passes(3 * 86_400_000)
  successOf(till.cancels(REF, 'devolución'))
  return till
}

const wishes = (till: Till) => till.rows('SELECT kind FROM wanted_file ORDER BY kind')

test('a CCF cancelled too late keeps the note that the API made of it, and its files are wanted', () => {
  const till = aCancellingCcf()
  till.hears({ kind: 'cancelled', automaticNote: NOTE })
  expect(till.stores.documents.find(REF)).toMatchObject({
    state: 'cancelled',
    automaticNote: NOTE,
    cancelAskedAt: NOW + 3 * 86_400_000,
    cancelledAt: NOW + 3 * 86_400_000,
  })
  expect(wishes(till)).toEqual([{ kind: 'note_invoice' }, { kind: 'note_json' }])
})

test('a cancellation in time has no note, and no files of one', () => {
  const till = aCancellingCcf()
  till.hears({ kind: 'cancelled', automaticNote: null })
  expect([till.stores.documents.find(REF)?.automaticNote, wishes(till)]).toEqual([null, []])
})

test('a question tells of the note as well, where the answer to the cancellation met a conflict', () => {
  const till = aCancellingCcf()
  till.hears({ kind: 'conflict', detail: 'en proceso' }, 409)
  till.passes(60_000)
  till.hears({ kind: 'cancelled', automaticNote: NOTE })
  expect(till.stores.documents.find(REF)).toMatchObject({ state: 'cancelled', automaticNote: NOTE })
  expect(till.stores.documents.attempts(REF).map(({ call, outcome }) => `${call}: ${outcome}`)).toEqual([
    'post: stamped',
    'cancel: conflict',
    'cancel_status: cancelled',
  ])
})
