import { spawn } from 'node:child_process'
import { chromium } from '@playwright/test'
import type { Asked, Told } from '../support/electron-standin/control.ts'
import type { Ended, Shell, ShellFacts } from './a-shell.ts'

const REGISTER = './test/support/electron-standin/register.ts'
const MAIN = 'out/main/index.js'

/** The built main on Node, with the stand-in where it asks for Electron. */
export const startStandInShell = ({ root, env }: ShellFacts): Shell => {
  const main = spawn(process.execPath, ['--import', REGISTER, MAIN], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const dialogs: string[] = []
  const answers = new Map<number, (told: Told & { kind: 'answer' }) => void>()
  const opened = Promise.withResolvers<string>()
  const ended = Promise.withResolvers<Ended>()
  opened.promise.catch(() => undefined)
  main.on('message', (told: Told) => {
    if (told.kind === 'opened') opened.resolve(told.devTools)
    else if (told.kind === 'dialog') dialogs.push(`${told.title}\n${told.content}`)
    else answers.get(told.id)?.(told)
  })
  main.on('close', (code) => {
    opened.reject(new Error(`the shell ended with ${code} and no window: ${dialogs.join('\n')}`))
    ended.resolve({ code, dialogs })
  })
  const firstPage = async () => {
    const browser = await chromium.connectOverCDP(await opened.promise)
    const page = browser.contexts()[0]?.pages()[0]
    if (!page) throw new Error('the window has no page')
    return page
  }
  let page: ReturnType<typeof firstPage> | undefined
  return {
    get page() {
      page ??= firstPage()
      return page
    },
    ended: ended.promise,
    inMain: (run, argument) =>
      new Promise((resolve, reject) => {
        const asked: Asked = { id: answers.size + 1, source: String(run), argument }
        answers.set(asked.id, ({ value, error }) =>
          error === undefined ? resolve(value as Awaited<ReturnType<typeof run>>) : reject(new Error(error)),
        )
        main.send(asked)
      }),
    signal: (signal) => void main.kill(signal),
  }
}
