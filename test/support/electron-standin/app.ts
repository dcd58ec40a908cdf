import { EventEmitter } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { closeChromium, launchChromium } from './chromium.ts'
import { holdSingleInstance } from './single-instance.ts'

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'))

export class App extends EventEmitter {
  readonly isPackaged = false
  #paths = new Map([['userData', path.join(tmpdir(), `electron-stand-in-${process.pid}`)]])
  #isReady = false
  #isEnding = false
  #ready = new Promise<void>((resolve) => {
    // Electron is not ready before the main module has run.
    setImmediate(async () => {
      if (this.#isEnding) return
      await launchChromium(this.getPath('userData'))
      this.#isReady = true
      this.emit('ready')
      resolve()
    })
  })

  whenReady = (): Promise<void> => this.#ready
  isReady = (): boolean => this.#isReady
  getName = (): string => name
  getVersion = (): string => version
  getAppPath = (): string => process.cwd()

  getPath(key: string): string {
    const found = this.#paths.get(key)
    if (found === undefined) throw new Error(`the stand-in has no path ${key}`)
    return found
  }

  setPath(key: string, folder: string): void {
    if (!existsSync(folder)) throw new Error(`Failed to set path: ${folder} does not exist`)
    this.#paths.set(key, folder)
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready')
  }

  requestSingleInstanceLock(): boolean {
    return holdSingleInstance(this.getPath('userData'), ({ argv, cwd }) =>
      this.emit('second-instance', {}, argv, cwd, null),
    )
  }

  /** Asks whoever wants to hold it up; whoever prevents it has to ask again. */
  quit(): void {
    if (this.#isEnding) return
    let isPrevented = false
    const event = {
      preventDefault: () => {
        isPrevented = true
      },
    }
    for (const asked of ['before-quit', 'will-quit']) {
      this.emit(asked, event)
      if (isPrevented) return
    }
    this.exit(0)
  }

  exit(code = 0): void {
    if (this.#isEnding) return
    this.#isEnding = true
    this.emit('quit', {}, code)
    void closeChromium().finally(() => process.exit(code))
  }
}

export const app = new App()

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => app.quit())
