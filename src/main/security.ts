import type { App, BrowserWindow, IpcMainEvent, Session, WebContents } from 'electron'

/** The only address that the window ever shows. */
export const PAGE_ORIGIN = 'app://torogoz'

export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const isOwnPage = (url: string): boolean => url === PAGE_ORIGIN || url.startsWith(`${PAGE_ORIGIN}/`)

/** Whether a message comes from the top frame of our own page in our own window. */
export const isFromOwnPage = (event: IpcMainEvent, window: BrowserWindow): boolean =>
  event.sender === window.webContents &&
  event.senderFrame !== null &&
  event.senderFrame === window.webContents.mainFrame &&
  isOwnPage(event.senderFrame.url)

/** No permission is ever granted: the till needs none. */
export const denyPermissions = (session: Session): void => {
  session.setPermissionRequestHandler((_, __, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
}

const lockDown = (contents: WebContents): void => {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
}

/** Nothing that the program ever opens may navigate away, open windows or embed others. */
export const lockDownContents = (app: App): void => {
  app.on('web-contents-created', (_, contents) => lockDown(contents))
}
