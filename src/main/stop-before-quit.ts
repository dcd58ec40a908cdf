import type { App } from 'electron'

/** Longer than a call to the API takes to end or to be given up. */
const LONGEST_STOP_MS = 20_000

type Options = {
  /** Never rejects. False leaves everything as it is. */
  readonly mayQuit?: () => Promise<boolean>
  readonly longestMs?: number
}

/**
 * Quitting asks first, and goes on where the answer is yes. Then it waits, once, until what is under way has come to its end. A till
 * that takes too long is let go: what was sold is on the disk, and what was under way is asked about at the next start.
 */
export const stopBeforeQuit = (
  app: Pick<App, 'on' | 'quit'>,
  stop: () => Promise<void>,
  { mayQuit, longestMs = LONGEST_STOP_MS }: Options = {},
): { isOver(): boolean } => {
  let state: 'running' | 'asking' | 'stopping' | 'stopped' = 'running'
  const quit = (): void => {
    if (state === 'stopped') return
    state = 'stopped'
    app.quit()
  }
  const stopThenQuit = (): void => {
    state = 'stopping'
    setTimeout(quit, longestMs).unref()
    stop().then(quit, (cause: unknown) => {
      process.stderr.write(`${JSON.stringify({ level: 'error', event: 'stop_failed', cause: String(cause) })}\n`)
      quit()
    })
  }
  app.on('before-quit', (event) => {
    if (state === 'stopped') return
    event.preventDefault()
    if (state === 'stopping' || state === 'asking') return
    if (!mayQuit) return stopThenQuit()
    state = 'asking'
    void mayQuit().then((may) => {
      if (may) stopThenQuit()
      else state = 'running'
    })
  })
  return { isOver: () => state === 'stopped' }
}
