import i18next from 'i18next'
import { expect, test } from 'vitest'
import { es } from '../../../src/renderer/i18n/es.ts'
import '../../../src/renderer/i18n/use-text.ts'
import type { Text } from '../../../src/renderer/i18n/use-text.ts'
import { dollars } from '../../../src/renderer/ui/dollars.ts'
import { saidWords } from '../../../src/renderer/ui/said-words.ts'

const text: Text = (key, params) => i18next.t(key, { ...params })
const said = (detail: string) => saidWords(detail, text, dollars)

test.each([
  ['duplicate_at_first_post', es.said.duplicate_at_first_post],
  ['ref T01-C02-20261122-000042-AAAAA, total 1250 ¢', 'La respuesta trae la referencia T01-C02-20261122-000042-AAAAA'],
  ['ref —, total 1250 ¢', 'un total de $12.50'],
  ['ref T01, total — ¢', 'un total de —'],
  ['another_ref: T02', 'La respuesta es de la referencia T02'],
  ['flags_not_in_table: true true true true', es.said.flags_not_in_table],
  ['answer_incomplete', es.said.answer_incomplete],
  ['answer_not_understood: dte_success', es.said.answer_not_understood],
  ['answer_not_settled', es.said.answer_not_settled],
  ['call_not_made', es.said.call_not_made],
  ['not_cancelled', es.said.not_cancelled],
  ['page_instead_of_answer', es.said.page_instead_of_answer],
  ['no_such_file', es.said.no_such_file],
  ['http_503', 'El servicio contestó con un error (503).'],
  ['ENOTFOUND', es.said.name_not_found],
  ['ECONNREFUSED', es.said.not_connected],
  ['EHOSTUNREACH', es.said.not_connected],
  ['ECONNRESET', es.said.cut_off],
  ['UND_ERR_HEADERS_TIMEOUT', es.said.too_late],
  ['UND_ERR_CONNECT_TIMEOUT', es.said.not_connected],
  ['CERT_HAS_EXPIRED', es.said.certificate],
  ['0'.repeat(64), es.said.digest],
])('%j is said in words', (detail, words) => {
  expect(said(detail)).toContain(words)
})

test('what the service or the Ministry said in words of their own is left to them', () => {
  expect(['Campo #/receptor/correo', 'customer.email: no es válido', ''].map(said)).toEqual([null, null, null])
})
