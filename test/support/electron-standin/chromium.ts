import { readFileSync, readlinkSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import {
  type BrowserContext,
  chromium,
  type Frame,
  type Page,
  type Request as PageRequest,
  type Route,
} from 'playwright-core'
import { toElectron } from './addresses.ts'

/** Whoever shows a page: answers its preload, and says where it may go. */
export type PageHost = {
  answer(operation: string, args: readonly unknown[]): unknown
  permits(navigation: { readonly url: string; readonly isMainFrame: boolean }): boolean
  adopt(popup: Page): void
}

type Respond = (request: Request) => Promise<Response>

const hosts = new WeakMap<Page, PageHost>()
const schemes = new Map<string, Respond>()
let context: BrowserContext | null = null
let firstPage: Page | undefined
let devTools = ''

export const hostPage = (page: Page, host: PageHost): void => {
  hosts.set(page, host)
  page.on('popup', (popup) => host.adopt(popup))
}
export const answerScheme = (scheme: string, respond: Respond): void => {
  schemes.set(scheme, respond)
}
export const devToolsAddress = (): string => devTools

export const theContext = (): BrowserContext => {
  if (context === null) throw new Error('app is not ready')
  return context
}

/** Chromium comes with one page; the first window takes it. */
export const newPage = async (): Promise<Page> => {
  const page = firstPage ?? (await theContext().newPage())
  firstPage = undefined
  return page
}

/** Null where a new window asks, which is nobody's yet. */
const frameOf = (request: PageRequest): Frame | null => {
  try {
    return request.frame()
  } catch {
    return null
  }
}

const isPrevented = (request: PageRequest, url: string): boolean => {
  if (!request.isNavigationRequest()) return false
  const frame = frameOf(request)
  if (frame === null) return false
  return hosts.get(frame.page())?.permits({ url, isMainFrame: frame.parentFrame() === null }) === false
}

/** Own schemes are answered by their handlers; there is no other network. */
const respond = async (route: Route): Promise<void> => {
  const request = route.request()
  const url = toElectron(request.url())
  if (isPrevented(request, url)) return route.abort('aborted')
  const handler = schemes.get(url.split(':')[0] ?? '')
  if (handler === undefined) return route.abort('internetdisconnected')
  const answer = await handler(new Request(url, { method: request.method(), headers: request.headers() }))
  const body = Buffer.from(await answer.arrayBuffer())
  await route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body })
}

/** A Chromium whose main process was killed takes a moment to notice, and has its profile until then. */
const waitForEarlier = async (profile: string): Promise<void> => {
  for (;;) {
    try {
      process.kill(Number(readlinkSync(path.join(profile, 'SingletonLock')).split('-').at(-1)), 0)
    } catch {
      return
    }
    await wait(20)
  }
}

export const launchChromium = async (userData: string): Promise<void> => {
  const profile = path.join(userData, 'chromium')
  await waitForEarlier(profile)
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.TOROGOZ_CHROMIUM ?? '/usr/bin/chromium',
    args: ['--remote-debugging-port=0'],
    locale: 'es-SV',
    viewport: null,
  })
  firstPage = context.pages()[0]
  await context.exposeBinding('__electronStandIn', ({ page }, operation: string, ...args: unknown[]) =>
    hosts.get(page)?.answer(operation, args),
  )
  await context.route('**/*', respond)
  const [port] = readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n')
  devTools = `http://127.0.0.1:${port}`
}

export const closeChromium = async (): Promise<void> => {
  await context?.close()
}
