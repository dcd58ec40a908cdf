import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import path from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Sends one file of the built renderer, or 404; nothing outside its folder is ever read. */
export const sendFile = async (folder: string, pathname: string, response: ServerResponse): Promise<void> => {
  const file = path.join(folder, path.normalize(pathname === '/' ? '/index.html' : pathname))
  const type = TYPES[path.extname(file)]
  const bytes = file.startsWith(folder + path.sep) && type ? await readFile(file).catch(() => null) : null
  if (bytes === null || type === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('No está aquí.')
    return
  }
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' }).end(bytes)
}
