import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { shareProcessLock, takeProcessLock } from '#adapters/sqlite/process-lock.ts'
import { aTerminal } from '#support/a-terminal.ts'
import { damage } from '../sqlite/damage.ts'
import { CART } from './a-cart.ts'

type Restored = {
  readonly sales: number
  readonly brought: number
  readonly missed: readonly number[]
  readonly asked: number
}

/** A terminal that sold once, was backed up, and sold and sent a second time. */
const aTerminalWithABackup = async () => {
  const terminal = await aTerminal()
  const cart = terminal.file('cart.json', CART)
  const data = path.join(terminal.folder, 'data')
  await terminal.json(['sell', cart])
  const backup = await terminal.json(['backup'])
  await terminal.json(['sell', cart])
  await terminal.json(['send', '--until-empty', '--for', '30'])
  return { terminal, cart, data, backup, database: path.join(data, 'till.db') }
}

test('a backup is made, checked and listed; into a named folder too', async () => {
  const { terminal, data, backup } = await aTerminalWithABackup()
  expect(backup).toEqual({
    code: 0,
    value: { file: expect.stringMatching(/till-\d{8}-\d{6}\.db$/), bytes: expect.any(Number), sales: 1, second: null },
  })
  expect(await terminal.json(['backups'])).toMatchObject({ code: 0, value: [{ sales: 1 }] })
  const other = path.join(terminal.folder, 'stick')
  expect(await terminal.json(['backup', other])).toMatchObject({ code: 0, value: { sales: 2 } })
  expect(
    readdirSync(other)
      .map((name) => path.extname(name))
      .sort(),
  ).toEqual(['.db', '.json'])
  expect(readdirSync(path.join(data, 'backups')).length).toBe(2)
})

test('a damaged database is refused with its reason, and the newest backup brings everything back', async () => {
  const { terminal, cart, database } = await aTerminalWithABackup()
  damage(database).zeroesHeader()
  expect(await terminal.json(['sell', cart])).toMatchObject({
    code: 1,
    value: { error: { code: 'database_unreadable' } },
  })

  const restored = await terminal.json(['restore', '--newest'])
  expect(restored).toMatchObject({ code: 0, value: { sales: 1, brought: 1, missed: [], asked: 2 } satisfies Restored })
  expect(await terminal.json(['send', '--until-empty', '--for', '30'])).toMatchObject({
    code: 0,
    value: { stamped: 2 },
  })
  expect(await terminal.json(['verify'])).toMatchObject({ code: 0, value: { findings: [] } })
  const ledger = terminal.simulator.ledger().map(({ externalRef, posts }) => [externalRef.split('-')[3], posts])
  expect(ledger.sort()).toEqual([
    ['000001', 1],
    ['000002', 1],
  ])
})

test('a missing database is never made anew by a command', async () => {
  const { terminal, cart, data, database } = await aTerminalWithABackup()
  rmSync(database)
  expect(await terminal.json(['sell', cart])).toMatchObject({ code: 1, value: { error: { code: 'database_missing' } } })
  expect(readdirSync(data)).not.toContain('till.db')
  expect(await terminal.json(['restore', '--newest'])).toMatchObject({
    code: 0,
    value: { sales: 1, brought: 1, missed: [] },
  })
  expect(await terminal.json(['sell', cart])).toMatchObject({
    value: { external_ref: expect.stringContaining('-000003-') },
  })
})

test.each(['till.lock', 'sender.lock'])('nothing is restored while another process holds %s', async (lock) => {
  const { terminal, data } = await aTerminalWithABackup()
  const held = takeProcessLock(path.join(data, lock))
  expect(await terminal.json(['restore', '--newest'])).toMatchObject({
    code: 1,
    value: { error: { code: 'till_is_running' } },
  })
  held?.release()
  expect(await terminal.json(['restore', '--newest'])).toMatchObject({ code: 0 })
})

test('nothing is restored under a command that has the data open, and no command opens them meanwhile', async () => {
  const { terminal, cart, data } = await aTerminalWithABackup()
  const open = shareProcessLock(path.join(data, 'data.lock'))
  const alsoOpen = shareProcessLock(path.join(data, 'data.lock'))
  expect([open, alsoOpen]).not.toContain(null)
  expect(await terminal.json(['restore', '--newest'])).toMatchObject({ value: { error: { code: 'till_is_running' } } })
  expect(await terminal.json(['sell', cart])).toMatchObject({ code: 0 })
  open?.release()
  alsoOpen?.release()
  const restoring = takeProcessLock(path.join(data, 'data.lock'))
  expect(await terminal.json(['sell', cart])).toMatchObject({
    code: 1,
    value: { error: { code: 'database_restoring' } },
  })
  restoring?.release()
  expect(await terminal.json(['restore', '--newest'])).toMatchObject({ code: 0, value: { missed: [] } })
})

test('what is no good backup is refused, and a restore without saying of what is wrong usage', async () => {
  const { terminal, cart } = await aTerminalWithABackup()
  expect(await terminal.json(['restore', cart])).toMatchObject({
    code: 1,
    value: { error: { code: 'backup_damaged' } },
  })
  expect(await terminal.json(['restore', '/nowhere.db'])).toMatchObject({
    code: 1,
    value: { error: { code: 'backup_missing' } },
  })
  expect((await terminal.run(['restore'])).code).toBe(2)
  expect((await terminal.run(['restore', cart, '--newest'])).code).toBe(2)
})
