import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from './app.ts'
import { answerScheme } from './chromium.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export const net = {
  fetch: async (address: string): Promise<Response> => {
    const file = fileURLToPath(address)
    const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
    return new Response(await readFile(file), { headers: { 'content-type': type } })
  },
}

export const protocol = {
  registerSchemesAsPrivileged: (): void => {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
  },
  handle: (scheme: string, respond: (request: Request) => Promise<Response>): void => {
    if (!app.isReady()) throw new Error('protocol.handle can only be called once app is ready')
    answerScheme(scheme, respond)
  },
}
