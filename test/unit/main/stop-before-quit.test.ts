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
  stopBeforeQuit(app, stop, { longestMs: 1 })
  const ended = once(app, 'ended')
  app.quit()
  await ended
})

test('quitting is asked about once, goes on with a yes, and after a no it can be asked again', async () => {
  const app = anApp()
  const answers = [false, true]
  const asked: string[] = []
  const quitting = stopBeforeQuit(app, async () => void asked.push('stop'), {
    mayQuit: async () => {
      asked.push('ask')
      return answers.shift() ?? true
    },
  })
  app.quit()
  app.quit()
  await new Promise((resolve) => setImmediate(resolve))
  expect([asked, quitting.isOver()]).toEqual([['ask'], false])
  const ended = once(app, 'ended')
  app.quit()
  await ended
  expect([asked, quitting.isOver()]).toEqual([['ask', 'ask', 'stop'], true])
})
