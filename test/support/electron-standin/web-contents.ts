import { EventEmitter } from 'node:events'
import type { Page } from 'playwright-core'
import { toElectron } from './addresses.ts'
import type { PageHost } from './chromium.ts'
import type { MessagePortMain } from './message-ports.ts'
import { only } from './only.ts'
import type { ToPage } from './page-side.ts'
import { session } from './session.ts'

type Preferences = Readonly<Record<string, unknown>>
type OpenHandler = (details: { readonly url: string }) => { readonly action: 'allow' | 'deny' }

let lastId = 0

/** What the window shows, seen from main; the window says when its page changes. */
export class WebContents extends EventEmitter implements PageHost {
  readonly id = ++lastId
  readonly ipc = new EventEmitter()
  readonly #preferences: Preferences
  readonly #reload: () => void
  #page: Page | null = null
  #openHandler: OpenHandler = () => ({ action: 'allow' })
  #ports = new Map<number, MessagePortMain>()
  #waiting: ToPage[] = []
  #wake: ((message: ToPage | null) => void) | null = null

  constructor(preferences: Preferences, reload: () => void) {
    super()
    this.#preferences = preferences
    this.#reload = reload
  }

  /** Another object at every look, as nothing promises that it is the same one. */
  get mainFrame(): object {
    const postMessage = (channel: string, message: unknown, ports: readonly MessagePortMain[] = []): void =>
      this.#post(channel, message, ports)
    const isDestroyed = (): boolean => false
    return only({ parent: null, detached: false, url: this.getURL(), isDestroyed, postMessage }, 'WebFrameMain')
  }

  show(page: Page): void {
    this.#page = page
  }
  reload = (): void => this.#reload()
  getURL = (): string => toElectron(this.#page?.url() ?? '')
  getLastWebPreferences = (): Preferences => this.#preferences
  get session(): typeof session.defaultSession {
    return session.defaultSession
  }
  executeJavaScript = (code: string): Promise<unknown> | undefined => this.#page?.evaluate(code)
  forcefullyCrashRenderer = (): void => void this.#page?.goto('chrome://crash').catch(() => undefined)
  setWindowOpenHandler = (handler: OpenHandler): void => {
    this.#openHandler = handler
  }

  /** Every port of the page that was shown closes with it. */
  leavePage(): void {
    for (const port of this.#ports.values()) port.close()
    this.#ports.clear()
    this.#waiting = []
    this.#wake?.(null)
    this.#wake = null
  }

  adopt(popup: Page): void {
    if (this.#openHandler({ url: toElectron(popup.url()) }).action === 'deny') void popup.close()
  }

  permits(navigation: { readonly url: string; readonly isMainFrame: boolean }): boolean {
    let isPrevented = false
    const preventDefault = (): void => {
      isPrevented = true
    }
    const event = { ...navigation, isSameDocument: false, preventDefault }
    this.emit('will-frame-navigate', event)
    if (navigation.isMainFrame) this.emit('will-navigate', event)
    return !isPrevented
  }

  answer(operation: string, args: readonly unknown[]): unknown {
    const [first, second] = args
    switch (operation) {
      case 'hello':
        this.leavePage()
        return this.#next()
      case 'next':
        return this.#next()
      case 'send':
        this.ipc.emit(String(first), { sender: this, senderFrame: this.mainFrame }, ...(second as unknown[]))
        return undefined
      case 'port':
        return this.#ports.get(Number(first))?.postMessage(second)
      default:
        throw new Error(`the page asked for ${operation}`)
    }
  }

  #next(): ToPage | Promise<ToPage | null> {
    const next = this.#waiting.shift()
    return (
      next ??
      new Promise((resolve) => {
        this.#wake = resolve
      })
    )
  }

  #push(message: ToPage): void {
    const wake = this.#wake
    this.#wake = null
    if (wake) wake(message)
    else this.#waiting.push(message)
  }

  #post(channel: string, message: unknown, ports: readonly MessagePortMain[]): void {
    const ids = ports.map((port) => {
      const id = ++lastId
      this.#ports.set(id, port)
      port.on('message', ({ data }) => this.#push({ kind: 'port', id, data }))
      port.on('close', () => {
        this.#ports.delete(id)
        this.#push({ kind: 'close', id })
      })
      return id
    })
    this.#push({ kind: 'ipc', channel, args: [structuredClone(message)], ports: ids })
    for (const port of ports) port.start()
  }
}
