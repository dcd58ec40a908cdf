import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { takeProcessLock } from '#adapters/sqlite/process-lock.ts'
import { aFolder } from '../../unit/application/a-till.ts'

const MODULE = path.join(import.meta.dirname, '../../../src/adapters/sqlite/process-lock.ts')

const SCRIPT = `
  const { takeProcessLock } = await import(process.argv[1])
  const lock = takeProcessLock(process.argv[2])
  console.log(lock === null ? 'taken' : 'mine')
  if (lock === null) process.exit(0)
  process.stdin.resume()
  process.stdin.once('data', () => { lock.release(); console.log('released') })
`

/** Another process that tries to take the lock, says how that went, and holds it. */
const anotherProcess = async (file: string): Promise<{ process: ChildProcess; says(): Promise<string> }> => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', SCRIPT, MODULE, file], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return { process: child, says: async () => String((await lines.next()).value) }
}

test('one process has the lock, another does not get it, until the first gives it back', async () => {
  const file = path.join(aFolder(), 'locks', 'till.lock')
  const first = await anotherProcess(file)
  expect(await first.says()).toBe('mine')
  const second = await anotherProcess(file)
  expect([await second.says(), takeProcessLock(file)]).toEqual(['taken', null])

  first.process.stdin?.write('release\n')
  expect(await first.says()).toBe('released')
  const lock = takeProcessLock(file)
  expect(lock).not.toBeNull()
  lock?.release()
})

test('the lock dies with its process, however it dies', async () => {
  const file = path.join(aFolder(), 'till.lock')
  const holder = await anotherProcess(file)
  expect([await holder.says(), takeProcessLock(file)]).toEqual(['mine', null])
  holder.process.kill('SIGKILL')
  await once(holder.process, 'exit')
  const lock = takeProcessLock(file)
  expect(lock).not.toBeNull()
  const late = await anotherProcess(file)
  expect(await late.says()).toBe('taken')
  lock?.release()
})
