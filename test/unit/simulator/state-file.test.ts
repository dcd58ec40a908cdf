import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '#simulator/start-simulator.ts'
import { aCcf, aCreditMemo, aPurchase, aSale, aSeller, aSimulator } from './a-simulator.ts'

const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'simulator-state-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

test('documents and numbers survive a restart, controls do not', async () => {
  const folder = aFolder()
  const stateFile = join(folder, 'state.json')
  const before = await aSimulator({ stateFile })
  const issued = await before.issues(aSale())
  await before.issues(aSale({ external_ref: 'cancelled' }))
  await before.posts('/invalidate/cancelled')
  await before.issues(aSale({ external_ref: 'rejected', customer: { email: 'x' } }))
  before.simulator.setControls({ keyRevoked: true, clockOffsetMs: 5 })
  const ledger = before.simulator.ledger()
  await before.simulator.close()

  const after = await aSimulator({ stateFile, uuid: () => 'ffffffff-ffff-4fff-8fff-ffffffffffff' })
  expect(after.simulator.ledger()).toEqual(ledger)
  const repeated = await after.issues(aSale())
  expect({ ...repeated.body, ticket_url: '', invoice_url: '', json_url: '' }).toEqual({
    ...issued.body,
    is_duplicate: true,
    ticket_url: '',
    invoice_url: '',
    json_url: '',
  })
  expect((await after.issues(aSale({ external_ref: 'next' }))).body.control_number).toBe(
    'DTE-01-M001P001-000000000000004',
  )
  expect(readdirSync(folder)).toEqual(['state.json'])
})

test('purchases, notes and automatic notes survive a restart with what is left of their CCFs', async () => {
  const stateFile = join(aFolder(), 'state.json')
  const before = await aSimulator({ stateFile })
  before.simulator.setControls({ environment: '01' })
  await before.buys(aPurchase({ customer: aSeller({ email: 'x' }) }))
  await before.issues(aCcf())
  await before.issues(aCcf({ external_ref: 'late' }))
  await before.credits(aCreditMemo())
  before.simulator.setControls({ rejectNext: { count: 1 } })
  await before.credits(aCreditMemo({ external_ref: 'moved' }))
  await before.issues(aCcf({ external_ref: 'newer' }))
  await before.credits(aCreditMemo({ external_ref: 'moved', document_id: 'newer' }))
  await before.credits(aCreditMemo({ external_ref: 'rest', full_adjustment: true }))
  before.simulator.setControls({ clockOffsetMs: 10 * 24 * 60 * 60 * 1000 })
  const { credit_memo_id } = (await before.posts('/invalidate/late')).body
  const ledger = before.simulator.ledger()
  const answers = async ({ gets, file }: typeof before) => [
    await (await file('rest', 'json')).json(),
    (await gets(`/credit-memo/status/${credit_memo_id}`)).body.amount_gross,
    (await gets('/invalidate/status/late')).body,
  ]
  const said = await answers(before)
  await before.simulator.close()

  const after = await aSimulator({ stateFile, uuid: () => 'ffffffff-ffff-4fff-8fff-ffffffffffff' })
  expect(after.simulator.ledger()).toEqual(ledger)
  expect(await answers(after)).toEqual(said)
  expect((await after.credits(aCreditMemo({ external_ref: 'more' }))).body.detail).toContain('($0.00)')
  expect((await after.credits(aCreditMemo({ external_ref: 'other', document_id: 'newer' }))).status).toBe(200)
})

test('a file from before notes, environments and automatic notes still opens', async () => {
  const stateFile = join(aFolder(), 'state.json')
  const before = await aSimulator({ stateFile })
  await before.issues(aSale())
  await before.issues(aCcf())
  const ledger = before.simulator.ledger()
  await before.simulator.close()
  const state: { records: object[] } = JSON.parse(readFileSync(stateFile, 'utf8'))
  const records = state.records.map((record) => ({ ...record, environment: undefined, automatic: undefined }))
  writeFileSync(stateFile, JSON.stringify({ ...state, records }))

  const after = await aSimulator({ stateFile, uuid: () => 'ffffffff-ffff-4fff-8fff-ffffffffffff' })
  expect(after.simulator.ledger()).toEqual(ledger)
  expect(await (await after.file('ccf', 'json')).json()).toMatchObject({ identificacion: { ambiente: '00' } })
  expect((await after.credits(aCreditMemo())).body).toMatchObject({ dte_success: true })
})

test('what was in contingency at the end is judged at the start, as MH is up then', async () => {
  const stateFile = join(aFolder(), 'state.json')
  const before = await aSimulator({ stateFile })
  before.simulator.setControls({ mh: 'down' })
  await before.issues(aSale())
  await before.simulator.close()
  const after = await aSimulator({ stateFile })
  expect(after.simulator.ledger()).toMatchObject([{ state: 'stamped', posts: 1, judgements: 1 }])
})

test('a file that is not ours is left alone and named', async () => {
  const stateFile = join(aFolder(), 'state.json')
  writeFileSync(stateFile, '{"format":99}')
  await expect(startSimulator({ stateFile })).rejects.toThrow(stateFile)
  expect(readFileSync(stateFile, 'utf8')).toBe('{"format":99}')
})

test('without a file nothing is remembered', async () => {
  const before = await aSimulator()
  await before.issues(aSale())
  await before.simulator.close()
  expect((await aSimulator()).simulator.ledger()).toEqual([])
})
