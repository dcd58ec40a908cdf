import { pathToFileURL } from 'node:url'
import { net, protocol } from 'electron'
import { SECURITY_HEADERS } from '#server/security.ts'
import { pageFile } from './page-file.ts'

/** To be called before the app is ready: the page's scheme is a secure, ordinary origin. */
export const registerPageScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])

const notHere = (): Response => new Response('No está aquí.', { status: 404 })

/** Serves the built renderer as app://torogoz/…, and nothing outside its folder, under the same policy as the browser shell. */
export const servePage = (folder: string): void =>
  protocol.handle('app', async ({ url, method }) => {
    const file = method === 'GET' ? pageFile(folder, url) : null
    const answer = file === null ? notHere() : await net.fetch(pathToFileURL(file).href).catch(notHere)
    const headers = new Headers(answer.headers)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) headers.set(name, value)
    return new Response(answer.body, { status: answer.status, headers })
  })
