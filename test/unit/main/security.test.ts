import { EventEmitter } from 'node:events'
import type { App, Session } from 'electron'
import { expect, test } from 'vitest'
import { denyPermissions, isOwnPage, lockDownContents } from '../../../src/main/security.ts'

const OWN = { url: 'app://torogoz/', parent: null, detached: false, isDestroyed: () => false }

test.each([
  ['our page in the top frame', {}, true],
  ['a part of our page', { url: 'app://torogoz/#ajustes' }, true],
  ['a frame inside', { parent: OWN as never }, false],
  ['a frame whose page has gone', { detached: true }, false],
  ['a frame that is no more', { isDestroyed: () => true }, false],
  ['another host', { url: 'app://torogoz.example/' }, false],
  ['another scheme', { url: 'https://torogoz/' }, false],
  ['an empty window', { url: '' }, false],
])('%s: is it our own? %#', (_, frame, expected) => {
  expect(isOwnPage({ ...OWN, ...frame })).toBe(expected)
})

const lockedContents = () => {
  const app = new EventEmitter()
  const opened: { decide?: (details: object) => unknown } = {}
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (decide: (details: object) => unknown) => {
      opened.decide = decide
    },
  })
  lockDownContents(app as unknown as App)
  app.emit('web-contents-created', {}, contents)
  const isPrevented = (name: string, details: object = {}): boolean => {
    let prevented = false
    const preventDefault = () => {
      prevented = true
    }
    contents.emit(name, { ...details, preventDefault })
    return prevented
  }
  return { opened, isPrevented }
}

test('whatever contents come to be, they stay where they are', () => {
  const { opened, isPrevented } = lockedContents()
  expect(opened.decide?.({ url: 'https://example.com' })).toEqual({ action: 'deny' })
  expect({
    redirect: isPrevented('will-redirect'),
    webview: isPrevented('will-attach-webview'),
    away: isPrevented('will-navigate', { url: 'https://example.com/', isMainFrame: true }),
    inside: isPrevented('will-frame-navigate', { url: 'app://torogoz/', isMainFrame: false }),
    again: isPrevented('will-navigate', { url: 'app://torogoz/', isMainFrame: true }),
  }).toEqual({ redirect: true, webview: true, away: true, inside: true, again: false })
})

test.each([
  ['blob:app://torogoz/4c1f', false],
  ['blob:app://torogoz.example/4c1f', true],
  ['app://torogoz/index.html', true],
  ['https://example.com/a.exe', true],
])('a download of %s is prevented: %s', (url, expected) => {
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
  })
  denyPermissions(session as unknown as Session)
  let prevented = false
  session.emit('will-download', { preventDefault: () => (prevented = true) }, { getURL: () => url })
  expect(prevented).toBe(expected)
})
