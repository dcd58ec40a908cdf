import { readdirSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { takeTillLock } from '#engine/till-lock.ts'
import { isReal } from './a-shell.ts'
import { seesTheCounter, sells } from './at-the-counter.ts'
import { expect, test } from './shell-test.ts'
import { processesOn, terminalSays } from './the-data.ts'

const BOX = 'only a stand-in can read a native error box'

test('a second start shows the window of the first and ends', async ({ start }) => {
  const first = start()
  await seesTheCounter(await first.page)
  await first.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide(), null)
  const isShown = () => first.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible(), null)
  expect(await isShown()).toBe(false)

  expect(await start().ended).toEqual({ code: 0, dialogs: [] })
  await expect.poll(isShown).toBe(true)
})

test('tills on two data folders run side by side', async ({ start, dataFolder }) => {
  const first = start()
  await seesTheCounter(await first.page)
  const second = start({ env: { TOROGOZ_DATA_DIR: path.join(dataFolder, '..', 'another') } })
  await seesTheCounter(await second.page)
})

test('quitting ends what is under way, releases the data and leaves no process', async ({ start, dataFolder }) => {
  const shell = start()
  const page = await shell.page
  await seesTheCounter(page)
  expect(takeTillLock(dataFolder)).toBe(null)
  await sells(page)
  await shell.inMain(({ app }) => {
    // Asked twice, as by a hurried hand: it stops once.
    setImmediate(() => {
      app.quit()
      app.quit()
    })
  }, null)

  expect(await shell.ended).toEqual({ code: 0, dialogs: [] })
  const lock = takeTillLock(dataFolder)
  expect(lock).not.toBe(null)
  lock?.release()
  expect(processesOn(dataFolder)).toEqual([])
  // A database that was closed leaves no log of its own behind; one that was dropped does.
  expect(readdirSync(path.join(dataFolder, 'training')).filter((name) => name.startsWith('till.db'))).toEqual([
    'till.db',
  ])
  expect(await terminalSays(dataFolder, 'verify')).toMatchObject({ documents: 1, findings: [] })
})

test('closing the window ends the program', async ({ start, dataFolder }) => {
  const shell = start()
  await seesTheCounter(await shell.page)
  await shell.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close(), null)
  expect(await shell.ended).toEqual({ code: 0, dialogs: [] })
  expect(takeTillLock(dataFolder)).not.toBe(null)
})

test('data that another shell has open is left to it, and the person is told', async ({ start, dataFolder }) => {
  test.skip(isReal, BOX)
  const lock = takeTillLock(dataFolder)
  const { code, dialogs } = await start().ended
  expect({ code, dialogs }).toEqual({
    code: 1,
    dialogs: [expect.stringMatching(/ya está abierta.*navegador[\s\S]*no se han tocado/)],
  })
  lock?.release()
  await seesTheCounter(await start().page)
})

test('data that cannot be opened is said in plain words, and is left as it is', async ({ start, dataFolder }) => {
  test.skip(isReal, BOX)
  const shell = start()
  await seesTheCounter(await shell.page)
  shell.signal('SIGTERM')
  await shell.ended
  const newer = new Database(path.join(dataFolder, 'training', 'till.db'))
  newer.pragma('user_version = 9999')
  newer.close()

  const { code, dialogs } = await start().ended
  expect({ code, dialogs }).toEqual({
    code: 1,
    dialogs: [expect.stringMatching(/versión más nueva[\s\S]*no se han tocado[\s\S]*database_newer/)],
  })
})

test('a start with a wrong variable says which and what would be right', async ({ start }) => {
  test.skip(isReal, BOX)
  expect(await start({ env: { OCOTE_BASE_URL: 'http://example.com' } }).ended).toEqual({
    code: 1,
    dialogs: [expect.stringMatching(/variable de inicio no es válida[\s\S]*OCOTE_BASE_URL: debe ser https/)],
  })
})
