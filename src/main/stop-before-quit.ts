import type { App } from 'electron'

/** Longer than a call to the API takes to end or to be given up. */
const LONGEST_STOP_MS = 20_000

/**
 * Quitting waits, once, until what is under way has come to its end. A till that takes too long is let go: what was sold is on the disk, and
 * what was under way is asked about at the next start.
 */
export const stopBeforeQuit = (
  app: Pick<App, 'on' | 'quit'>,
  stop: () => Promise<void>,
  longestMs = LONGEST_STOP_MS,
): void => {
  let state: 'running' | 'stopping' | 'stopped' = 'running'
  const quit = (): void => {
    if (state === 'stopped') return
    state = 'stopped'
    app.quit()
  }
  app.on('before-quit', (event) => {
    if (state === 'stopped') return
    event.preventDefault()
    if (state === 'stopping') return
    state = 'stopping'
    setTimeout(quit, longestMs).unref()
    stop().then(quit, (cause: unknown) => {
      process.stderr.write(`${JSON.stringify({ level: 'error', event: 'stop_failed', cause: String(cause) })}\n`)
      quit()
    })
  })
}
