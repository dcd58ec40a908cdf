import { expect, test } from 'vitest'
import { type DocumentState, TRANSITIONS } from '#domain/document/document-state.ts'
import { es } from '../../../src/renderer/i18n/es.ts'
import { adviceFor, adviceOf, fieldOf, isOfCustomer, saidBy } from '../../../src/renderer/ui/advice.ts'
import { customerFieldOf } from '../../../src/renderer/ui/customer-field.ts'

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
  ['', '[{"loc":["body","customer","email"],"msg":"value is not a valid email address"}]', 'remark.email', 'email'],
  ['', '[{"type":"x","loc": ["body", "customer", "phone"], "msg":"cut off', 'remark.phone', 'phone'],
  ['', '[{"loc":["body","customer","name"],"msg":"one line at most"}]', 'remark.name', 'name'],
  ['', '[{"loc":["body","customer","document_number"],"msg":"x"}]', 'remark.document_number', 'document_number'],
  ['', '[{"loc":["body","lines",0,"description"],"msg":"Field name too long"}]', 'remark.lines', 'name'],
  ['', 'customer -> email', 'remark.email', 'email'],
  ['', 'body -> customer -> document_type', 'remark.document_type', 'document_type'],
  ['', 'body -> lines -> 0 -> unit_price: must be positive', 'remark.lines', 'name'],
  ['', 'customer is required', 'remark.buyer', 'name'],
  ['', 'El nombre del emisor no coincide', 'remark.issuer', 'name'],
  ['', 'customer.nrc: 8 digits', 'remark.nrc', 'nrc'],
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

test('two complaints in one refusal are two things to mend, the first of them first', () => {
  const refused = '[{"loc":["body","customer","phone"],"msg":"a"},{"loc":["body","customer","email"],"msg":"b"}]'
  expect(keysOf('', refused)).toEqual(['remark.phone', 'remark.email'])
  expect(fieldOf({ code: '', texts: [refused] })).toBe('phone')
})

test('whose words the remarks are, and whether another customer may help', () => {
  const of = (state: DocumentState, code: string, ...texts: readonly string[]) => {
    const document = { state, remarks: { code, texts } }
    return [saidBy(document), isOfCustomer(document)]
  }
  expect([
    of('rejected', '096', 'Campo #/receptor/correo'),
    of('rejected', '', 'Campo #/cuerpoDocumento/0/cantidad'),
    of('rejected', '098'),
    of('rejected', '777'),
    of('refused', '', 'customer.email: no'),
    of('refused', '', 'lines.0.quantity: no'),
    of('refused', '', 'algo más'),
    of('alarm', '', 'duplicate_at_first_post'),
    of('stamped', '', 'ya no se puede anular'),
    of('stamped', '002', 'con observaciones'),
  ]).toEqual([
    ['ministry', true],
    ['ministry', false],
    ['ministry', false],
    ['ministry', true],
    ['service', true],
    ['service', false],
    ['service', true],
    ['till', false],
    ['service', false],
    ['ministry', false],
  ])
  const unclear = adviceFor({ state: 'refused', remarks: { code: '', texts: ['algo más'] } })
  expect(unclear.map(({ key }) => key)).toEqual(['remark.unclear_service'])
})

test('every advice has its short form for the row of a list', () => {
  const { original, code, ...advices } = es.remark
  expect(Object.keys(es.remark_short)).toEqual(Object.keys(advices))
})

test.each([
  ['customer.name', 'name'],
  ['customer.document', 'document_number'],
  ['customer.document.number', 'document_number'],
  ['customer.document.type', 'document_type'],
  ['customer.phone', 'phone'],
  ['customer', null],
  ['lines.0', null],
  [undefined, null],
])('a refusal of %j is about the field %j', (field, name) => {
  expect(customerFieldOf(field)).toBe(name)
})

test('whatever a try may come to has its words', () => {
  const ofPeople = ['corrected', 'retried', 'cancel_asked', 'original_cancelled', 'original_kept', 'given_up']
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
