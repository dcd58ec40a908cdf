import { EventEmitter, once } from 'node:events'
import type { App } from 'electron'
import { expect, test } from 'vitest'
import { stopBeforeQuit } from '../../../src/main/stop-before-quit.ts'

/** An app that quits unless somebody prevents it. */
const anApp = () => {
  const events = new EventEmitter()
  const app = Object.assign(events, {
    quit: () => {
      let prevented = false
      const preventDefault = () => {
        prevented = true
      }
      events.emit('before-quit', { preventDefault })
      if (!prevented) events.emit('ended')
    },
  })
  return app as typeof app & Pick<App, 'on' | 'quit'>
}

test('quitting waits until the till has stopped, and stops it once however often it is asked', async () => {
  const app = anApp()
  const stopped = Promise.withResolvers<void>()
  const seen: string[] = []
  stopBeforeQuit(app, () => {
    seen.push('stop')
    return stopped.promise
  })
  app.on('ended', () => seen.push('ended'))
  app.quit()
  app.quit()
  expect(seen).toEqual(['stop'])
  const ended = once(app, 'ended')
  stopped.resolve()
  await ended
  expect(seen).toEqual(['stop', 'ended'])
})

test.each([
  ['cannot stop', () => Promise.reject(new Error('the disk is gone'))],
  ['never stops', () => new Promise<void>(() => undefined)],
])('a till that %s is let go', async (_, stop) => {
  const app = anApp()
  stopBeforeQuit(app, stop, 1)
  const ended = once(app, 'ended')
  app.quit()
  await ended
})
