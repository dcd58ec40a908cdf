import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import i18next from 'i18next'
import { expect, test } from 'vitest'
import { en } from '../../../src/renderer/i18n/en.ts'
import { es } from '../../../src/renderer/i18n/es.ts'
import type { Text } from '../../../src/renderer/i18n/use-text.ts'
import { sentenceOf } from '../../../src/renderer/ui/use-sentence.ts'

const ROOT = join(import.meta.dirname, '../../..')
const sources = (folder: string): readonly string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(ROOT, folder, file), 'utf8'))

/** Codes as the sources spell them: in a call of refusal(…), or in a type Refusal<'…' | '…'>. */
const codesIn = (source: string): readonly string[] => [
  ...[...source.matchAll(/refusal\(\s*'([a-z_]+)'/g)].map(([, code = '']) => code),
  ...[...source.matchAll(/Refusal<([^>]*)>/g)].flatMap(([, codes = '']) => codes.match(/(?<=')[a-z_]+(?=')/g) ?? []),
]
const domainCodes = [...new Set(sources('src/domain').flatMap(codesIn))]
const engineCodes = [...sources('src/application'), ...sources('src/engine')].flatMap(codesIn)
const printCodes =
  readFileSync(join(ROOT, 'src/application/ports/printing.ts'), 'utf8').match(/'printer_[a-z_]+'/g) ?? []

const leaves = (value: object, prefix = ''): readonly (readonly [string, string])[] =>
  Object.entries(value).flatMap(([key, each]) =>
    typeof each === 'string' ? [[`${prefix}${key}`, each] as const] : leaves(each, `${prefix}${key}.`),
  )
const placeholders = (sentence: string) => (sentence.match(/\{\{\w+\}\}/g) ?? []).toSorted()

const ENGINE_CODES = [
  'product_unknown',
  'document_unknown',
  'document_not_correctable',
  'document_not_retryable',
  'correction_unchanged',
  'not_training',
  'key_malformed',
  'key_refused',
  'api_unreachable',
  'no_key',
  'printer_address_invalid',
  'setting_invalid',
  'disk_full',
  'database_busy',
  'database_read_only',
  'ticket_not_available',
  'print_job_unknown',
  'held_sale_unknown',
  'unexpected',
]

test('every refusal of the domain, of the engine and of a printer has a sentence in both languages', () => {
  expect(domainCodes.length).toBeGreaterThan(20)
  expect(printCodes.length).toBeGreaterThan(5)
  const codes = [...domainCodes, ...engineCodes, ...ENGINE_CODES, ...printCodes.map((code) => code.slice(1, -1))]
  const without = codes.filter((code) => !(code in es.refusal && code in en.refusal))
  expect(without).toEqual([])
})

test('both languages have the same keys, the same placeholders and nothing empty', () => {
  const spanish = leaves(es)
  const english = new Map(leaves(en))
  expect(spanish.map(([key]) => key)).toEqual([...english.keys()])
  const uneven = spanish.filter(
    ([key, sentence]) =>
      sentence === '' || placeholders(sentence).join() !== placeholders(english.get(key) ?? '').join(),
  )
  expect(uneven).toEqual([])
})

test('a refusal is told with its line, its money in dollars, and an unknown code never silently', () => {
  const text: Text = (key, params) => i18next.t(key, { ...params })
  expect([
    sentenceOf({ code: 'quantity_zero', field: 'lines.2.quantity' }, text),
    sentenceOf({ code: 'tender_short', params: { missing_cents: 150 } }, text),
    sentenceOf({ code: 'never_heard_of' }, text),
  ]).toEqual([
    'Línea 3: La cantidad debe ser mayor que 0.',
    'Falta $1.50. Complete el monto o agregue otro pago.',
    es.refusal.unexpected.replace('{{id}}', 'never_heard_of'),
  ])
})
