import { expect, test } from 'vitest'
import type { FileAnswer, SignedFacts } from '#application/ports/fiscal-api.ts'
import { checkFile, requestOf, signedInto } from '#application/sending/check-file.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { issuedFacts } from '../../domain/a-document.ts'
import { aTill, REF } from '../a-till.ts'
import { stamped } from '../an-outcome.ts'

const NOTE = { documentId: 'note-id', controlNumber: 'DTE-05-1' }

const aDocument = (changes: Partial<FiscalDocument> = {}): FiscalDocument => {
  const till = aTill()
  till.sells()
  return { ...till.hears(stamped()).document, ...changes }
}

const SIGNED: SignedFacts = {
  environment: '00',
  generationCode: issuedFacts().generationCode.toLowerCase(),
  controlNumber: issuedFacts().controlNumber,
  fiscalDate: '2026-11-22',
  total: 1_100,
  withheld: 0,
}
const NOTHING_SAID: SignedFacts = {
  environment: null,
  generationCode: null,
  controlNumber: null,
  fiscalDate: null,
  total: null,
  withheld: null,
}

const bytes = Buffer.from('…')
const json = (signed: SignedFacts | null): FileAnswer['result'] => ({ kind: 'file', bytes, signed })
const pdf: FileAnswer['result'] = { kind: 'file', bytes, signed: null }

const opens = () => Promise.resolve(true)
const doesNotOpen = () => Promise.resolve(false)

test('a file is asked for by our ref, those of an automatic note by its id', () => {
  const document = aDocument({ automaticNote: NOTE })
  expect(
    (['ticket', 'invoice', 'json', 'note_invoice', 'note_json'] as const).map((kind) => requestOf(document, kind)),
  ).toEqual([
    { idOrRef: REF, kind: 'ticket' },
    { idOrRef: REF, kind: 'invoice' },
    { idOrRef: REF, kind: 'json' },
    { idOrRef: 'note-id', kind: 'invoice' },
    { idOrRef: 'note-id', kind: 'json' },
  ])
})

test.each([
  ['that is this document’s', SIGNED, null],
  ['that says nothing of itself', NOTHING_SAID, null],
  ['with another generation code', { ...SIGNED, generationCode: 'X' }, 'generation_code'],
  ['with another control number', { ...SIGNED, controlNumber: 'DTE-2' }, 'control_number'],
])('a signed JSON %s', async (_, signed, foreign) => {
  const answer = json(signed)
  expect(await checkFile(doesNotOpen, aDocument(), 'json', answer)).toEqual(
    foreign === null ? answer : { kind: 'not_available', detail: `json_of_another_document: ${foreign}` },
  )
})

test('what is no signed document is not kept', async () => {
  expect(await checkFile(doesNotOpen, aDocument(), 'json', json(null))).toEqual({
    kind: 'not_available',
    detail: 'no_signed_document',
  })
})

test('the JSON of an automatic note is held against the note', async () => {
  const document = aDocument({ automaticNote: NOTE })
  const own = json({ ...SIGNED, generationCode: 'NOTE', controlNumber: NOTE.controlNumber })
  expect([
    await checkFile(opens, document, 'note_json', own),
    await checkFile(opens, document, 'note_json', json(SIGNED)),
  ]).toEqual([own, { kind: 'not_available', detail: 'json_of_another_document: control_number' }])
})

test('a PDF that cannot be opened is not kept; what is no file is passed on', async () => {
  const document = aDocument()
  const unreachable = { kind: 'unreachable' as const, detail: 'ECONNREFUSED' }
  expect([
    await checkFile(opens, document, 'ticket', pdf),
    await checkFile(doesNotOpen, document, 'ticket', pdf),
    await checkFile(doesNotOpen, document, 'ticket', unreachable),
  ]).toEqual([pdf, { kind: 'not_available', detail: 'pdf_not_readable' }, unreachable])
})

test('the signed JSON tells its day and what was withheld, and flags another total; what it does not say stays', () => {
  const document = aDocument()
  const [told, silent, other] = [SIGNED, NOTHING_SAID, { ...SIGNED, total: 1_099 }].map((signed) =>
    signedInto(document, signed),
  )
  expect(told).toEqual({
    ...document,
    environment: '00',
    fiscalDate: '2026-11-22',
    facts: issuedFacts({ amounts: { ...issuedFacts().amounts, withheld: 0 } }),
  })
  expect(silent).toEqual(document)
  expect(other).toMatchObject({ amountsDiffer: true })
})

test('what the answer said of the withholding stands against the JSON', () => {
  const amounts = { ...issuedFacts().amounts, withheld: 7 }
  const document = aDocument({ facts: issuedFacts({ amounts }) })
  expect(signedInto(document, { ...SIGNED, withheld: 9 }).facts?.amounts.withheld).toBe(7)
})
