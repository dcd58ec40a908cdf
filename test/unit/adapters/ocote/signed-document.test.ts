import { expect, test } from 'vitest'
import { signedFactsIn } from '#adapters/ocote/signed-document.ts'

const IDENTIFICATION = {
  ambiente: '00',
  codigoGeneracion: 'A1B2',
  numeroControl: 'DTE-1',
  fecEmi: '2026-11-22',
}
const facts = {
  environment: '00',
  generationCode: 'A1B2',
  controlNumber: 'DTE-1',
  fiscalDate: '2026-11-22',
  total: null,
  withheld: null,
}
const told = (resumen?: object, identificacion: object = IDENTIFICATION) =>
  signedFactsIn(JSON.stringify({ identificacion, ...(resumen && { resumen }) }))

test.each<[string, object, object]>([
  ['an invoice', { montoTotalOperacion: 113, ivaRete1: 1, reteRenta: 0 }, { total: 11_300, withheld: 100 }],
  ['a purchase, by its own names', { totalCompra: 60.05, reteRenta: 6.01 }, { total: 6_005, withheld: 601 }],
  ['an export, which tells of no withholding', { montoTotalOperacion: 16.4 }, { total: 1_640 }],
  ['amounts that are texts', { montoTotalOperacion: '113', ivaRete1: '1' }, {}],
])('%s', (_, resumen, amounts) => {
  expect(told(resumen)).toEqual({ ...facts, ...amounts })
})

test('what it does not say, or says oddly, is not known', () => {
  expect([
    told(),
    told({}, {}),
    told({}, { ...IDENTIFICATION, ambiente: '77', fecEmi: '22/11/2026', numeroControl: 7 }),
  ]).toEqual([
    facts,
    { ...facts, environment: null, generationCode: null, controlNumber: null, fiscalDate: null },
    { ...facts, environment: null, controlNumber: null, fiscalDate: null },
  ])
})

test.each(['', 'no JSON', '[]', '{}', '{"identificacion":7}'])(
  'what is no signed document tells nothing: %s',
  (text) => {
    expect(signedFactsIn(text)).toBeNull()
  },
)
