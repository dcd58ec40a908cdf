import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '#server/start-server.ts'
import { aFolder } from '#support/a-folder.ts'
import { aTill } from '#support/a-till.ts'

type Asked = {
  readonly path?: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
}
type Answered = {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

/** Node's own client, because fetch would not let a test forge Host, Origin and Cookie. */
const ask = (port: number, { path: asked = '/', method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path: asked, method, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks).toString() }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })

const aServer = async () => {
  const folder = path.join(aFolder(), 'renderer')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>Caja</title>')
  writeFileSync(path.join(folder, '..', 'secret.html'), 'secreto')
  const till = await aTill()
  const server = await startServer({ engine: till.engine, folder })
  onTestFinished(() => server.close())
  const url = new URL(server.freshUrl())
  const entered = await ask(server.port, { path: url.pathname + url.search })
  const cookie = String(entered.headers['set-cookie']).split(';')[0] ?? ''
  return {
    server,
    port: server.port,
    entered,
    cookie,
    used: url.pathname + url.search,
    origin: `http://127.0.0.1:${server.port}`,
  }
}

test('the one-time address gives a cookie that scripts cannot read and other sites cannot send, once', async () => {
  const { port, entered, used } = await aServer()
  expect(entered).toMatchObject({ status: 303, headers: { location: '/' } })
  expect(String(entered.headers['set-cookie'])).toMatch(/^torogoz_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
  expect(await ask(port, { path: used })).toMatchObject({ status: 403 })
})

test('without the cookie neither the page nor the engine answers', async () => {
  const { port, origin } = await aServer()
  expect(await ask(port)).toMatchObject({ status: 403 })
  expect(await ask(port, { path: '/rpc/till/view', method: 'POST', headers: { origin } })).toMatchObject({
    status: 403,
  })
  expect(await ask(port, { headers: { cookie: `torogoz_${port}=${'A'.repeat(43)}` } })).toMatchObject({ status: 403 })
})

test('the page comes with a policy that runs nothing but its own files', async () => {
  const { port, cookie } = await aServer()
  const page = await ask(port, { headers: { cookie } })
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toContain("script-src 'self'; style-src 'self'")
  expect(page.headers['content-security-policy']).not.toContain('unsafe')
  expect(page.headers['x-content-type-options']).toBe('nosniff')
})

test.each(['evil.example', 'localhost:80', '127.0.0.1'])(
  'a page of %s that points its name here gets nothing (DNS rebinding)',
  async (host) => {
    const { port, cookie } = await aServer()
    expect(await ask(port, { headers: { cookie, host } })).toMatchObject({ status: 421 })
  },
)

test('the engine answers its own page, and no other origin even with the cookie', async () => {
  const { port, cookie, origin } = await aServer()
  const rpc = (from: Record<string, string>) =>
    ask(port, {
      path: '/rpc/till/view',
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', ...from },
      body: '{}',
    })
  expect(await rpc({ origin })).toMatchObject({ status: 200 })
  expect(await rpc({ origin: 'http://evil.example' })).toMatchObject({ status: 403 })
  expect(await rpc({ origin: 'null' })).toMatchObject({ status: 403 })
  expect(await rpc({})).toMatchObject({ status: 403 })
  expect(await ask(port, { path: '/rpc/till/view', headers: { cookie, origin } })).toMatchObject({ status: 403 })
})

test.each(['/../secret.html', '/..%2fsecret.html', '/%2e%2e/secret.html', '/nothing.js', '/index.html%00.js'])(
  'nothing outside the page is ever served: %s',
  async (asked) => {
    const { port, cookie } = await aServer()
    const answer = await ask(port, { path: asked, headers: { cookie } })
    expect({ status: answer.status, leaked: answer.body.includes('secreto') }).toEqual({ status: 404, leaked: false })
  },
)

test('it listens on this machine alone', async () => {
  const { server } = await aServer()
  await expect(fetch(`http://[::1]:${server.port}/`)).rejects.toThrow()
})

test('a second start gets an address of its own with the key that only this person can read, and nobody without it', async () => {
  const { server, port } = await aServer()
  const door = (key: string) =>
    ask(port, { path: '/otra-ventana', method: 'POST', headers: { authorization: `Bearer ${key}` } })
  expect(await door('x')).toMatchObject({ status: 403 })
  const opened = await door(server.doorKey)
  const url = new URL(opened.body)
  expect(await ask(port, { path: url.pathname + url.search })).toMatchObject({ status: 303 })
})
