import { _electron } from '@playwright/test'
import type { Shell, ShellFacts } from './a-shell.ts'

/** The built program under the real Electron. */
export const startRealShell = ({ root, env }: ShellFacts): Shell => {
  const given = Object.entries(env).filter((pair): pair is [string, string] => pair[1] !== undefined)
  const launched = _electron.launch({ args: [root], cwd: root, env: Object.fromEntries(given) })
  const ended = launched.then(
    (app) => new Promise<number | null>((resolve) => app.process().once('exit', (code) => resolve(code))),
    // It ended before anything could be asked of it, as a second start does.
    () => 0,
  )
  return {
    page: launched.then((app) => app.firstWindow()),
    ended: ended.then((code) => ({ code, dialogs: [] })),
    inMain: async (run, argument) => {
      const app = await launched
      const source = `(${run})`
      return app.evaluate((electron, [text, value]) => new Function(`return ${text}`)()(electron, value), [
        source,
        argument,
      ] as const)
    },
    signal: (signal) => void launched.then((app) => app.process().kill(signal)),
  }
}
