import { call } from '@orpc/server'
import { expect, test } from 'vitest'
import { readCancelled, readQuery } from '#adapters/ocote/query.ts'
import type { Simulator } from '#simulator/start-simulator.ts'
import { coffee } from '#support/a-cart.ts'
import { aSpoilingProxy } from '#support/a-spoiling-proxy.ts'
import { aSimulator, aTill, SAMPLE_KEY, type Till } from '#support/a-till.ts'
import { asType } from '#support/every-act.ts'

const asks = ({ engine: { router } }: Till) => ({
  query: (idOrRef: string) => call(router.documents.query, { idOrRef }),
  file: (idOrRef: string, kind: 'ticket' | 'invoice' | 'json') => call(router.documents.queryFile, { idOrRef, kind }),
})

const twoTills = async () => {
  const simulator = await aSimulator()
  const other = await aTill({ simulator })
  const sale = other.sells(coffee())
  await other.sendsEverything()
  return { simulator, sale, here: await aTill({ simulator }) }
}

const pathsAsked = (simulator: Simulator) =>
  simulator
    .requests()
    .filter(({ method, path }) => method === 'GET' && path.includes('status'))
    .map(({ path, status }) => `${path.replace('/api/connect', '').replace(/[^/]+$/, '…')} ${status}`)

test('a document of another till is shown whole, its signed JSON included, by its ref and by its id', async () => {
  const { sale, here } = await twoTills()
  const byRef = await asks(here).query(sale.externalRef)
  expect(byRef).toEqual({
    ok: true,
    value: {
      isOurs: false,
      docType: '01',
      state: 'stamped',
      cancelled: false,
      externalRef: sale.externalRef,
      documentId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      controlNumber: 'DTE-01-M001P001-000000000000001',
      generationCode: expect.stringMatching(/^[0-9A-F-]{36}$/),
      receptionStamp: expect.stringMatching(/^2/),
      amounts: { taxable: 973, vat: 127, gross: 1100, withheld: 0 },
      remarks: { code: '001', texts: [] },
      signed: expect.stringContaining('  "identificacion": {\n'),
      ministry: expect.stringContaining('"estado": "PROCESADO"'),
      files: ['ticket', 'invoice', 'json'],
    },
  })
  if (!byRef.ok) throw new Error('not found')
  expect(await asks(here).query(byRef.value.documentId)).toEqual(byRef)
  expect(here.engine.documentList.counts().stamped).toBe(0)
})

test('one of this till is known as such, and asked about at its own place alone', async () => {
  const till = await aTill()
  const sale = till.sells(coffee())
  await till.sendsEverything()
  expect(await asks(till).query(sale.externalRef)).toMatchObject({ ok: true, value: { isOurs: true } })
  expect(pathsAsked(till.simulator)).toEqual(['/status/… 200'])
})

test('where the state leaves open whether a stamped document is cancelled, that is asked where its type is, and stays open without an answer', async () => {
  const simulator = await aSimulator()
  const api = await aSpoilingProxy(simulator.baseUrl)
  const till = await aTill({ simulator, apiUrl: api.url })
  const kept = till.sells(coffee())
  const cancelled = till.sells(coffee())
  const bought = till.sells(asType('14', coffee()))
  await till.sendsEverything()
  till.engine.cancelDocument(cancelled.externalRef, 'Se cobró dos veces')
  await till.sendsEverything()
  const before = api.asked().length
  api.spoils(({ path }) => (path.includes('include_dte') ? { fields: { cancelled: undefined } } : null))
  const told = async ({ externalRef }: { readonly externalRef: string }) => {
    const found = await asks(till).query(externalRef)
    return found.ok ? [found.value.state, found.value.cancelled] : found.error.code
  }
  expect([await told(kept), await told(cancelled), await told(bought)]).toEqual([
    ['stamped', false],
    ['stamped', true],
    ['stamped', false],
  ])
  expect(
    api
      .asked()
      .slice(before)
      .map(({ path }) => path.replace('/api/connect', '').replace(/[^/]+$/, '…')),
  ).toEqual([
    ...['/status/…', '/invalidate/status/…', '/status/…', '/invalidate/status/…'],
    ...['/suex/status/…', '/invalidate/suex/status/…'],
  ])
  api.spoils(({ path }) => (path.includes('include_dte') ? { fields: { cancelled: undefined } } : { status: 500 }))
  expect(await told(cancelled)).toEqual(['stamped', null])
})

test('a document without a stamp cannot be cancelled, and is not asked about twice', async () => {
  const simulator = await aSimulator()
  const api = await aSpoilingProxy(simulator.baseUrl)
  const till = await aTill({ simulator, apiUrl: api.url })
  simulator.setControls({ mh: 'down' })
  const sale = till.sells(coffee())
  await till.sendsEverything()
  api.spoils(() => ({ fields: { cancelled: undefined } }))
  expect(await asks(till).query(sale.externalRef)).toMatchObject({
    ok: true,
    value: { state: 'contingency', cancelled: null },
  })
  expect(pathsAsked(simulator)).toEqual(['/status/… 200'])
})

test('what no place has is said so once all three were asked', async () => {
  const till = await aTill()
  expect(await asks(till).query('T09-C09-1')).toEqual({
    ok: false,
    error: { code: 'document_not_at_service', field: 'id_or_ref' },
  })
  expect(pathsAsked(till.simulator)).toEqual(['/status/… 404', '/credit-memo/status/… 404', '/suex/status/… 404'])
})

test('its files are handed over and not kept', async () => {
  const { sale, here } = await twoTills()
  const file = await asks(here).file(sale.externalRef, 'ticket')
  expect(file).toEqual({
    ok: true,
    value: {
      name: `${sale.externalRef}.ticket.pdf`,
      type: 'application/pdf',
      base64: expect.stringMatching(/^JVBERi/),
    },
  })
  expect(await asks(here).file('T09-C09-1', 'json')).toEqual({
    ok: false,
    error: { code: 'file_not_available', field: 'kind' },
  })
  expect([...here.engine.stores.files.all()]).toEqual([])
})

test('without a key, without a line, with a refused key and in a pause it says why', async () => {
  const keyless = await aTill({ key: null })
  expect(await asks(keyless).query('x')).toEqual({ ok: false, error: { code: 'no_key' } })

  const till = await aTill()
  const says = async (controls: Parameters<Simulator['setControls']>[0]) => {
    till.simulator.setControls(controls)
    return asks(till).query('x')
  }
  expect(await says({ throttleNext: { count: 1, retryAfterSeconds: 7 } })).toEqual({
    ok: false,
    error: { code: 'api_throttled', params: { seconds: 7 } },
  })
  expect(await says({})).toEqual({ ok: false, error: { code: 'api_throttled', params: { seconds: 7 } } })
  till.clock.advance(7_000)
  expect(await says({ keyRevoked: true })).toEqual({ ok: false, error: { code: 'key_refused' } })
  expect(till.engine.line.state()).toBe('key_refused')

  const offline = await aTill({ apiUrl: 'http://127.0.0.1:9/api/connect' })
  expect(await asks(offline).query('x')).toMatchObject({ ok: false, error: { code: 'api_unreachable' } })
  expect(await asks(offline).query('x')).toEqual({ ok: false, error: { code: 'api_unreachable' } })
})

test('an answer in other words is none, and one of flags not in the contract is told as such', () => {
  const answer = (value: unknown) => readQuery({ status: 200, headers: {}, body: JSON.stringify(value) }, 0)
  const odd = {
    ...{ success: true, dte_success: true, contingency: true, rejected: true, amount_gross: '12.50' },
    ...{ document_id: 7, generation_code: null, reception_stamp: null, dte_message: null, codigo_msg: null },
    ...{ control_number: 'DTE-14-M001P001-1', observaciones: 7, dte_state: '', ticket_url: 7 },
  }
  expect([answer([]), answer({ success: 'yes' })]).toEqual([
    { kind: 'unknown', detail: 'answer_not_understood' },
    { kind: 'unknown', detail: 'answer_not_understood' },
  ])
  const cancellation = (body: string, status = 200) => readCancelled({ status, headers: {}, body }, 0)
  expect([
    cancellation('{}'),
    cancellation('<html>'),
    cancellation('{"success":false}'),
    cancellation('', 404),
  ]).toEqual([
    { kind: 'unknown', detail: 'answer_not_understood' },
    { kind: 'unknown', detail: 'page_instead_of_answer' },
    { kind: 'told', cancelled: false },
    { kind: 'told', cancelled: false },
  ])
  expect(answer(odd)).toMatchObject({
    kind: 'document',
    document: { docType: '14', state: 'not_in_contract', cancelled: null, signed: null, files: [] },
  })
})

test('the key is in nothing that is shown or kept', async () => {
  const { sale, here } = await twoTills()
  const shown = JSON.stringify(await asks(here).query(sale.externalRef))
  expect([shown.includes(SAMPLE_KEY), /[?&]key=odt/.test(shown)]).toEqual([false, false])
  expect(here.engine.stores.journal.head()).toBeNull()
})
