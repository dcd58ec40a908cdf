import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startSimulator } from '#simulator/start-simulator.ts'
import { aSale, aSimulator } from './a-simulator.ts'

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
