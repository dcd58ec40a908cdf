import { expect, test } from 'vitest'
import { COUNTER_TYPES, DOCUMENT_TYPES, TRAITS } from '#domain/document/document-type.ts'

test('the whole table of what tells the types apart', () => {
  const rows = DOCUMENT_TYPES.map((docType) => {
    const { flow, vat, withheld, party, files } = TRAITS[docType]
    return [docType, flow, vat, withheld, party, files.join('+')].join(' ')
  })
  expect(rows).toEqual([
    '01 in included vat anybody ticket+json',
    '03 in included vat taxpayer invoice+json',
    '05 out included none taxpayer invoice+json',
    '11 in none none identified invoice+json',
    '14 out none income identified invoice+json',
  ])
})

test('the counter begins every type but the credit note, which is made of a CCF', () => {
  expect(COUNTER_TYPES).toEqual(DOCUMENT_TYPES.filter((docType) => docType !== '05'))
})
