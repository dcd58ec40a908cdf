import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { localDate } from '#domain/clock/local-time.ts'
import { aTerminal, type Terminal } from '#support/a-terminal.ts'
import { readZip } from '#support/read-zip.ts'
import { CART } from './a-cart.ts'

const refOf = (value: unknown): string => (value as { external_ref: string }).external_ref

const sellsAndSends = async (terminal: Terminal): Promise<string> => {
  const ref = refOf((await terminal.json(['sell', '-'], CART)).value)
  await terminal.json(['send', '--until-empty', '--for', '30'])
  return ref
}

test('the files of a document are listed, what it lacks is fetched, and all are saved', async () => {
  const terminal = await aTerminal()
  const ref = await sellsAndSends(terminal)
  expect(await terminal.json(['files', ref])).toMatchObject({
    code: 0,
    value: { external_ref: ref, files: [{ kind: 'ticket', is_whole: true }, { kind: 'json' }], missing: ['invoice'] },
  })
  const folder = path.join(terminal.folder, 'papeles')
  const fetched = await terminal.json(['files', ref, '--fetch', '--out', folder])
  const { files } = fetched.value as { readonly files: readonly { readonly name: string }[] }
  expect(fetched).toMatchObject({ code: 0, value: { missing: [] } })
  expect(readdirSync(folder).sort()).toEqual(files.map(({ name }) => name).sort())
  expect(files).toHaveLength(3)
  expect(await terminal.json(['files', 'nadie'])).toMatchObject({
    code: 1,
    value: { error: { code: 'document_unknown' } },
  })
})

test('a month is saved where it is told, with the letters that were fetched for it', async () => {
  const terminal = await aTerminal()
  const ref = await sellsAndSends(terminal)
  const out = path.join(terminal.folder, 'mes.zip')
  const month = localDate(Date.now()).slice(0, 7)
  expect(await terminal.json(['files', '--month', month, '--fetch', '--out', out])).toEqual({
    code: 0,
    value: { file: out, documents: 1, files: 3, missing: 0 },
  })
  expect(readZip(out).get('indice.csv')?.toString()).toContain(ref)
  const wrong = [['files'], ['files', ref, '--month', month], ['files', '--month', 'ayer']]
  expect(await Promise.all(wrong.map(async (args) => (await terminal.json(args)).code))).toEqual([2, 2, 2])
})

test('any document of the company is asked about, and its signed JSON shown and saved', async () => {
  const terminal = await aTerminal()
  const ref = await sellsAndSends(terminal)
  expect(await terminal.json(['query', ref, '--dte'])).toMatchObject({
    code: 0,
    value: {
      is_ours: true,
      doc_type: '01',
      state: 'stamped',
      external_ref: ref,
      amount_gross: 13.61,
      signed: { identificacion: { tipoDte: '01' } },
      ministry: { estado: 'PROCESADO' },
    },
  })
  const out = path.join(terminal.folder, 'carta.pdf')
  expect((await terminal.run(['query', ref, '--out', out, '--type', 'invoice'])).code).toBe(0)
  expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-')
  expect(await terminal.json(['query', 'nadie'])).toMatchObject({
    code: 1,
    value: { error: { code: 'document_not_at_service' } },
  })
  expect((await terminal.json(['query', ref, '--out', out])).code).toBe(2)
})

test('a key of the other environment is told by what sells and by what sends', async () => {
  const terminal = await aTerminal()
  const env = { OCOTE_ENVIRONMENT: '01' }
  const input = CART
  for (const _ of [1, 2]) await terminal.run(['sell', '-'], { input, env })
  const sent = await terminal.run(['send', '--until-empty', '--for', '30', '--json'], { env })
  expect([sent.code, JSON.parse(sent.stdout)]).toMatchObject([
    1,
    { stamped: 1, pending: 1, error: { code: 'environment_wrong' } },
  ])
  const sold = await terminal.run(['sell', '-'], { input, env })
  expect([sold.code, sold.stderr]).toEqual([1, 'Rechazado: environment_wrong\n'])
  expect(terminal.simulator.ledger()).toHaveLength(1)
})
