import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { net, protocol } from 'electron'
import { CONTENT_SECURITY_POLICY } from './security.ts'

/** To be called before the app is ready: the page's scheme is a secure, ordinary origin. */
export const registerPageScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])

/** Serves the built renderer as app://torogoz/…, and nothing outside its folder. */
export const servePage = (folder: string): void =>
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url)
    const file = path.join(folder, path.normalize(pathname === '/' ? '/index.html' : decodeURIComponent(pathname)))
    if (host !== 'torogoz' || !file.startsWith(folder + path.sep)) return new Response('No está aquí.', { status: 404 })
    const answer = await net.fetch(pathToFileURL(file).href).catch(() => new Response('No está aquí.', { status: 404 }))
    const headers = new Headers(answer.headers)
    headers.set('content-security-policy', CONTENT_SECURITY_POLICY)
    headers.set('x-content-type-options', 'nosniff')
    return new Response(answer.body, { status: answer.status, headers })
  })
