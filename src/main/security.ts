import type { App, Event, Session, WebContents, WebFrameMain } from 'electron'

/** The only address that the window ever shows. */
export const PAGE_ORIGIN = 'app://torogoz'

const isOwnAddress = (url: string): boolean => url === PAGE_ORIGIN || url.startsWith(`${PAGE_ORIGIN}/`)

/**
 * Whether a frame that sent a message is the top one, and shows our own page. Decided by what Electron documents of a frame: the identity
 * of two WebFrameMain objects is promised nowhere, a detached frame may answer for the page that took its
 * place, and a destroyed one throws at every other question.
 * Source: electronjs.org, "Validate the sender of all IPC messages" and WebFrameMain.
 */
export const isOwnPage = (frame: Pick<WebFrameMain, 'isDestroyed' | 'detached' | 'parent' | 'url'>): boolean =>
  !frame.isDestroyed() && !frame.detached && frame.parent === null && isOwnAddress(frame.url)

/** What the page itself made, such as a list to export: the only thing that is ever saved. */
const isOwnFile = (url: string): boolean => url.startsWith(`blob:${PAGE_ORIGIN}/`)

/** No permission is ever granted, no device handed over, and nothing downloaded but what the page itself made. */
export const denyPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_, __, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event, item) => {
    if (!isOwnFile(item.getURL())) event.preventDefault()
  })
}

type Navigation = Event<{ readonly url: string; readonly isMainFrame: boolean }>

/** The page may load itself anew, and nothing else may be loaded in its place or inside it. */
const stayHere = (event: Navigation): void => {
  if (!event.isMainFrame || !isOwnAddress(event.url)) event.preventDefault()
}

const lockDown = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', stayHere)
  contents.on('will-frame-navigate', stayHere)
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Nothing that the program ever opens may navigate away, open windows or embed others. */
export const lockDownContents = (app: App): void => {
  app.on('web-contents-created', (_, contents) => lockDown(contents))
}
