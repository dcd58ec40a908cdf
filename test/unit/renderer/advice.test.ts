import { expect, test } from 'vitest'
import { TRANSITIONS } from '#domain/document/document-state.ts'
import { es } from '../../../src/renderer/i18n/es.ts'
import { adviceFor, adviceOf, fieldOf } from '../../../src/renderer/ui/advice.ts'

const keysOf = (code: string, ...texts: readonly string[]) => adviceOf({ code, texts }).map(({ key }) => key)

test.each([
  ['096', 'Campo #/receptor/correo no cumple el formato requerido', 'remark.email', 'email'],
  ['096', 'Campo #/receptor/telefono no cumple el tamaño mínimo', 'remark.phone', 'phone'],
  ['096', 'Campo #/receptor/nombre es requerido', 'remark.name', 'name'],
  ['096', 'Campo #/receptor/tipoDocumento no es válido', 'remark.document_type', 'document_type'],
  ['094', 'Campo #/receptor/numDocumento no es válido', 'remark.document_number', 'document_number'],
  ['096', 'Campo #/emisor/nrc no cumple', 'remark.issuer', 'name'],
  ['096', 'Campo #/cuerpoDocumento/0/cantidad no cumple', 'remark.lines', 'name'],
  ['', 'customer.email: value is not a valid email address', 'remark.email', 'email'],
])('%s, %j: %s', (code, text, key, field) => {
  expect(keysOf(code, text)).toEqual([key])
  expect(fieldOf({ code, texts: [text] })).toBe(field)
})

test.each([
  ['001', 'remark.accepted'],
  ['002', 'remark.accepted_remarks'],
  ['004', 'remark.duplicate_code'],
  ['005', 'remark.issuer_unauthorised'],
  ['006', 'remark.signature'],
  ['089', 'remark.activity'],
  ['092', 'remark.document_type'],
  ['094', 'remark.document_number'],
  ['095', 'remark.nrc'],
  ['096', 'remark.schema'],
  ['097', 'remark.date'],
  ['098', 'remark.totals'],
  ['099', 'remark.withholding'],
  ['777', 'remark.unclear'],
  ['', 'remark.unclear'],
])('code %j alone: %s', (code, key) => {
  expect(keysOf(code)).toEqual([key])
})

test('what is the company’s stays the company’s, whatever the texts point at; nothing is said twice', () => {
  expect(keysOf('005', 'Campo #/receptor/correo')).toEqual(['remark.issuer_unauthorised'])
  expect(keysOf('096', '#/receptor/correo a', '#/receptor/correo b', '#/receptor/telefono')).toEqual([
    'remark.email',
    'remark.phone',
  ])
})

test('an alarm is about its ref, and a stamped document stays valid, whatever words came with it', () => {
  const words = { code: '', texts: ['customer.email'] }
  const keys = (['alarm', 'stamped', 'refused'] as const).map((state) => adviceFor({ state, remarks: words })[0]?.key)
  expect(keys).toEqual(['remark.other_sale', 'remark.still_valid', 'remark.email'])
  expect(adviceFor({ state: 'stamped', remarks: { code: '002', texts: [] } })[0]?.key).toBe('remark.accepted_remarks')
  expect(adviceFor({ state: 'pending', remarks: null })).toEqual([])
})

test('whatever a try may come to has its words', () => {
  const ofPeople = ['corrected', 'retried', 'cancel_asked']
  const events = Object.keys(TRANSITIONS.pending).filter((event) => !ofPeople.includes(event))
  expect([...events, 'interrupted'].filter((outcome) => !(outcome in es.outcome))).toEqual([])
})

test('every outcome of a try that is not good says what can be done about it', () => {
  const good = ['stamped', 'contingency', 'cancelled', 'file', 'not_available']
  const without = Object.keys(es.outcome).filter(
    (outcome) => !good.includes(outcome) && !(outcome in es.outcome_advice),
  )
  expect(without).toEqual([])
})
