import { expect, test } from 'vitest'
import type { Customer } from '#domain/customer/customer.ts'
import { customerOf, draftOf, lackOf } from '../../../src/renderer/ui/customer-draft.ts'
import { fieldsAsked, nearestField } from '../../../src/renderer/ui/customer-field.ts'

const everything: Customer = {
  name: 'Distribuidora Ejemplo',
  document: { type: '13', number: '01234567-8' },
  email: 'compras@ejemplo.com',
  phone: '22223333',
  taxpayer: { nit: '06141503851010', nrc: '1234567', contributor: 3 },
  activity: { code: '46900', description: 'Venta al por mayor de otros productos' },
  place: { kind: 'municipality', code: '0614', name: 'San Salvador Centro, San Salvador' },
  address: 'Calle Arce 12',
}

test.each(['01', '03', '05', '11', '14'] as const)('what the form of a %s does not show stays as it is', (docType) => {
  expect(customerOf(draftOf(everything, docType))).toEqual(everything)
})

test('nothing filled in is nobody; a NIT that was the identity document is offered as the taxpayer’s', () => {
  expect(customerOf(draftOf(null, '03'))).toBeNull()
  const named: Customer = { name: 'Ana', document: { type: '36', number: '06141503851010' }, email: null, phone: null }
  expect([draftOf(named, '03').nit, customerOf(draftOf(named, '03'))]).toEqual(['06141503851010', named])
})

test('a document from abroad begins with the passport, every other with the DUI', () => {
  expect((['01', '03', '11', '14'] as const).map((docType) => draftOf(null, docType).type)).toEqual([
    '13',
    '13',
    '03',
    '13',
  ])
})

test('what is missing is named one after the other, in the order of the form', () => {
  const blank = draftOf(null, '03')
  const steps = [
    blank,
    { ...blank, name: 'Ana' },
    { ...blank, name: 'Ana', nit: '1' },
    { ...blank, name: 'Ana', nit: '1', nrc: '2' },
    { ...blank, name: 'Ana', nit: '1', nrc: '2', contributor: 1 as const },
  ]
  expect(steps.map((draft) => lackOf(draft, '03')?.code ?? null)).toEqual([
    'customer_name_missing',
    'nit_missing',
    'nrc_missing',
    'contributor_missing',
    null,
  ])
  expect([lackOf(blank, '01'), lackOf({ ...blank, name: 'Ana' }, '14')?.code]).toEqual([
    null,
    'identity_number_missing',
  ])
})

test('a field that the form does not have is looked for where it comes nearest', () => {
  const taxpayers = fieldsAsked('03', false)
  expect((['nrc', 'document_number', 'document_type'] as const).map((field) => nearestField(field, taxpayers))).toEqual(
    ['nrc', 'nit', 'nit'],
  )
  expect([nearestField('nrc', fieldsAsked('01', false)), nearestField('nrc', fieldsAsked('01', true))]).toEqual([
    'name',
    'nrc',
  ])
})
