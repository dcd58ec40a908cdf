import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { toChromium } from './addresses.ts'
import { app } from './app.ts'
import { devToolsAddress, hostPage, newPage, theContext } from './chromium.ts'
import { tellTheTest } from './control.ts'
import { only } from './only.ts'
import { runPreload } from './page-side.ts'
import { session } from './session.ts'
import { WebContents } from './web-contents.ts'

type Preferences = {
  readonly preload: string
  readonly sandbox?: boolean
  readonly contextIsolation?: boolean
  readonly nodeIntegration?: boolean
}
type Options = { readonly show?: boolean; readonly webPreferences: Preferences }

const windows = new Set<BrowserWindow>()

export class BrowserWindow extends EventEmitter {
  static getAllWindows = (): readonly BrowserWindow[] => [...windows]
  readonly webContents: WebContents
  readonly #contents: WebContents
  readonly #preload: string
  #page: Page | null = null
  #address = ''
  #isVisible: boolean
  #isMinimized = false

  constructor({ show = true, webPreferences }: Options) {
    super()
    const { sandbox, contextIsolation, nodeIntegration } = webPreferences
    if (!sandbox || !contextIsolation || nodeIntegration) throw new Error('the stand-in has only sandboxed windows')
    this.#isVisible = show
    this.#preload = readFileSync(webPreferences.preload, 'utf8')
    this.#contents = new WebContents({ ...webPreferences }, () => void this.#reload())
    this.webContents = only(this.#contents, 'webContents')
    windows.add(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  async loadURL(address: string): Promise<void> {
    this.#address = toChromium(address)
    await theContext().grantPermissions([...session.defaultSession.granted(address)])
    await this.#showIn(await newPage())
    tellTheTest({ kind: 'opened', devTools: devToolsAddress() })
  }

  show(): void {
    this.#isVisible = true
  }
  hide(): void {
    this.#isVisible = false
  }
  minimize(): void {
    this.#isMinimized = true
  }
  restore(): void {
    this.#isMinimized = false
  }
  focus = (): void => undefined
  isDestroyed = (): boolean => !windows.has(this)
  isVisible = (): boolean => this.#isVisible
  isMinimized = (): boolean => this.#isMinimized
  close = (): void => void this.#page?.close()

  async #showIn(page: Page): Promise<void> {
    this.#page = page
    this.#contents.show(page)
    hostPage(page, this.#contents)
    await page.addInitScript({
      content: `(${runPreload})((require, module, exports) => {${this.#preload}\n})`,
    })
    page.on('load', () => this.emit('ready-to-show'))
    page.on('crash', () => {
      this.#contents.leavePage()
      this.#contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
    })
    page.on('close', () => this.#page === page && this.#gone())
    await page.goto(this.#address)
  }

  /** Playwright gives a crashed page up for lost: the window goes on in a page of its own. */
  async #reload(): Promise<void> {
    const page = this.#page
    this.#page = null
    await this.#showIn(await newPage())
    await page?.close()
  }

  #gone(): void {
    this.#contents.leavePage()
    windows.delete(this)
    this.emit('closed')
    if (windows.size === 0) app.emit('window-all-closed')
  }
}
