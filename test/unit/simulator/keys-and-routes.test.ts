import { expect, test } from 'vitest'
import { apiOf, aSale, aSimulator, KEY } from './a-simulator.ts'

test('without a key, or with one that is none, nothing is answered but why', async () => {
  const { simulator } = await aSimulator()
  const ask = async (headers: Record<string, string>) => {
    const response = await fetch(`${simulator.baseUrl}/catalogs/activities`, { headers })
    return [response.status, await response.json()]
  }
  const missing = 'Falta la API key: use el encabezado Authorization: Bearer odt_…'
  expect(await ask({})).toEqual([401, { detail: missing }])
  expect(await ask({ Authorization: `Basic ${KEY}` })).toEqual([401, { detail: missing }])
  expect(await ask({ Authorization: 'Bearer odt_123' })).toEqual([401, { detail: 'La API key no es válida' }])
  expect((await ask({ Authorization: `Bearer ${KEY}` }))[0]).toBe(200)
})

test('a key in the URL opens files and nothing else, and is not in the log', async () => {
  const { simulator, issues } = await aSimulator()
  await issues(aSale())
  const statusOf = async (path: string) => (await fetch(`${simulator.baseUrl}${path}`)).status
  expect(await statusOf(`/file/T1-2026-11-22-0001?type=json&key=${KEY}`)).toBe(200)
  expect(await statusOf(`/status/T1-2026-11-22-0001?key=${KEY}`)).toBe(401)
  expect(JSON.stringify([simulator.requests(), simulator.ledger()])).not.toContain(KEY.slice(4))
})

test('unknown routes are 404, known ones asked wrongly 405', async () => {
  const { asks } = await aSimulator()
  const ask = async (method: string, path: string) => {
    const response = await asks(path, { method })
    return [response.status, response.headers.get('Allow'), await response.json()]
  }
  expect(await ask('POST', '/receipt')).toEqual([404, null, { detail: 'La ruta no existe' }])
  expect(await ask('POST', '/suex/x')).toEqual([404, null, { detail: 'La ruta no existe' }])
  expect(await ask('GET', '/credit-memo')).toEqual([405, 'POST', { detail: 'Método GET no permitido' }])
  expect(await ask('GET', '/invalidate/suex/x')).toEqual([405, 'POST', { detail: 'Método GET no permitido' }])
  expect(await ask('POST', '/invalidate/suex/status/x')).toEqual([405, 'GET', { detail: 'Método POST no permitido' }])
  expect(await ask('GET', '/invoice')).toEqual([405, 'POST', { detail: 'Método GET no permitido' }])
  expect(await ask('DELETE', '/status/x')).toEqual([405, 'GET', { detail: 'Método DELETE no permitido' }])
})

test('a path outside the API and the controls is not there', async () => {
  const { simulator } = await aSimulator()
  expect((await fetch(`${simulator.origin}/simulator/nothing`)).status).toBe(404)
  expect((await apiOf(simulator).asks('/../../elsewhere')).status).toBe(404)
})

test('a taken port is said at once', async () => {
  const { simulator } = await aSimulator()
  await expect(aSimulator({ port: simulator.port })).rejects.toThrow('EADDRINUSE')
})
