/// <reference path="../../src/renderer/shell.d.ts" />

import { type Shell, startShell } from './a-shell.ts'
import { seesTheCounter } from './at-the-counter.ts'
import { expect, test } from './shell-test.ts'

const ELSEWHERE = 'https://example.com/'

let shell: Shell

test.beforeAll(async () => {
  shell = startShell(test.info().outputPath('data'))
  await seesTheCounter(await shell.page)
})

test.afterAll(async () => {
  shell.signal('SIGKILL')
  await shell.ended
})

test('the window is sandboxed and isolated, and has nothing of Node or of Electron', async () => {
  const page = await shell.page
  const preferences = await shell.inMain(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>
    }
    const { sandbox, contextIsolation, nodeIntegration, webviewTag } = contents.getLastWebPreferences()
    return { sandbox, contextIsolation, nodeIntegration, webviewTag }
  }, null)
  expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false })

  const own = await page.evaluate(() => {
    const blank = document.body.appendChild(document.createElement('iframe'))
    const usual = new Set(Object.getOwnPropertyNames(blank.contentWindow))
    blank.remove()
    return Object.getOwnPropertyNames(window).filter((name) => !usual.has(name) && !/^__(playwright|pw|zod)/.test(name))
  })
  expect(own.filter((name) => !/^\d+$/.test(name)).sort()).toEqual(['torogoz', 'torogozShell'])
  expect(
    await page.evaluate(() => ({
      shell: window.torogozShell,
      members: Object.keys(window.torogoz ?? {}),
      answer: window.torogoz?.requestPort() as unknown,
    })),
  ).toEqual({ shell: 'electron', members: ['requestPort'], answer: undefined })
})

test('the page comes with its policy, under which neither inline code nor eval runs', async () => {
  const page = await shell.page
  const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'))
  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'")
  expect(policy).not.toContain('unsafe')

  await page.evaluate(async (url) => {
    const refused: string[] = []
    Object.assign(globalThis, { refused })
    document.addEventListener('securitypolicyviolation', ({ blockedURI }) => refused.push(blockedURI))
    const script = document.createElement('script')
    script.textContent = 'document.body.dataset.inline = "ran"'
    document.body.append(script)
    const button = document.createElement('button')
    button.setAttribute('onclick', 'document.body.dataset.handler = "ran"')
    button.click()
    setTimeout('document.body.dataset.evaluated = "ran"')
    await fetch(url).catch(() => undefined)
  }, ELSEWHERE)
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { refused: string[] }).refused.toSorted()))
    .toEqual(['eval', ELSEWHERE, 'inline', 'inline'])
  expect(await page.evaluate(() => ({ ...document.body.dataset }))).toEqual({})
})

test('nothing outside the built page is served', async () => {
  const page = await shell.page
  const status = (asked: string) => page.evaluate(async (address) => (await fetch(address)).status, asked)
  expect(await status('/index.html')).toBe(200)
  expect(await status('/..%2f..%2fpackage.json')).toBe(404)
  expect(await status('/..%2fmain%2findex.js')).toBe(404)
  expect(await status('/%E0%A4%A')).toBe(404)
})

test('the window stays on its page, whatever the page tries', async () => {
  const page = await shell.page
  const address = () =>
    shell.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL(), null)
  const prevented = await shell.inMain(({ BrowserWindow }) => {
    const seen: string[] = []
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    contents?.on('will-navigate', (event) => {
      seen.push(event.url)
    })
    Object.assign(globalThis, { seen })
    return contents?.getURL()
  }, null)
  expect(prevented).toBe('app://torogoz/')

  await page.evaluate((url) => location.assign(url), ELSEWHERE)
  await expect.poll(() => shell.inMain(() => (globalThis as { seen?: string[] }).seen, null)).toEqual([ELSEWHERE])
  expect(await address()).toBe('app://torogoz/')
  await seesTheCounter(page)

  await page.evaluate((url) => {
    const link = document.createElement('a')
    link.href = url
    document.body.append(link)
    link.click()
  }, `${ELSEWHERE}link`)
  await expect.poll(() => shell.inMain(() => (globalThis as { seen?: string[] }).seen?.length, null)).toBe(2)
  expect(await address()).toBe('app://torogoz/')
  await seesTheCounter(page)
})

test('no window is ever opened', async () => {
  const page = await shell.page
  await page.evaluate(() => {
    // Our own page, because the policy hides from its opener what became of any other.
    const opened = window.open('/index.html')
    Object.assign(globalThis, { isGone: () => opened === null || opened.closed })
  })
  await expect.poll(() => page.evaluate(() => (globalThis as unknown as { isGone(): boolean }).isGone())).toBe(true)
  expect(await shell.inMain(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1)
})

test('no permission is granted', async () => {
  const page = await shell.page
  const states = await page.evaluate(() =>
    Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    ),
  )
  expect(states).toEqual(Array(6).fill('denied'))
})

test('a port goes to the top frame of our own page, and to no other', async () => {
  const got = await shell.inMain(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const asks = (frame: object | null): number => {
      let ports = 0
      const postMessage = (_channel: string, _message: unknown, given: readonly unknown[]): void => {
        ports += given.length
      }
      contents?.ipc.emit('torogoz:want-port', { sender: contents, senderFrame: frame && { ...frame, postMessage } })
      return ports
    }
    const own = { url: 'app://torogoz/', parent: null, detached: false, isDestroyed: () => false }
    return {
      inside: asks({ ...own, parent: own }),
      strange: asks({ ...own, url: 'https://example.com/app://torogoz/' }),
      alike: asks({ ...own, url: 'app://torogoz.example/' }),
      gone: asks({ ...own, detached: true }),
      destroyed: asks({ ...own, isDestroyed: () => true }),
      nobody: asks(null),
      own: asks(own),
    }
  }, null)
  expect(got).toEqual({ inside: 0, strange: 0, alike: 0, gone: 0, destroyed: 0, nobody: 0, own: 1 })
})
