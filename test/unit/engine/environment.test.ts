import { homedir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { readEnvironment } from '#engine/environment.ts'

const KEY = `odt_${'a1'.repeat(28)}`

test('what the environment fixes', () => {
  expect(
    readEnvironment({
      TOROGOZ_DATA_DIR: '/srv/till',
      OCOTE_BASE_URL: 'http://127.0.0.1:4010/api/connect/',
      OCOTE_API_KEY: KEY,
      OCOTE_ENVIRONMENT: '00',
      TOROGOZ_PRINTER: 'tcp://192.168.0.20',
      PATH: '/usr/bin',
    }),
  ).toEqual({
    ok: true,
    value: {
      dataFolder: path.resolve('/srv/till'),
      apiUrl: 'http://127.0.0.1:4010/api/connect',
      apiKey: KEY,
      printer: 'tcp://192.168.0.20',
      fiscal: '00',
    },
  })
})

test('what is empty is not there, and a folder is found from where we stand', () => {
  expect(
    readEnvironment({ TOROGOZ_DATA_DIR: 'data', OCOTE_BASE_URL: '', OCOTE_API_KEY: '', TOROGOZ_PRINTER: '' }),
  ).toEqual({
    ok: true,
    value: { dataFolder: path.resolve('data') },
  })
})

test.runIf(process.platform === 'linux')('without a folder it is the user’s own', () => {
  expect([readEnvironment({ XDG_DATA_HOME: '/x' }), readEnvironment({})]).toEqual([
    { ok: true, value: { dataFolder: '/x/torogoz' } },
    { ok: true, value: { dataFolder: path.join(homedir(), '.local/share/torogoz') } },
  ])
})

test.each([
  [{ OCOTE_BASE_URL: 'http://ocote.io' }, 'OCOTE_BASE_URL: debe ser https://… (o http:// en esta misma máquina)'],
  [{ OCOTE_API_KEY: 'odt_short' }, 'OCOTE_API_KEY: debe ser odt_ y 56 cifras hexadecimales'],
  [{ OCOTE_ENVIRONMENT: '02' }, 'OCOTE_ENVIRONMENT: debe ser 00 (pruebas) o 01 (producción)'],
  [{ TOROGOZ_PRINTER: 'lpt1' }, 'TOROGOZ_PRINTER: debe ser tcp://equipo:9100, file:CARPETA o none'],
  [
    { OCOTE_API_KEY: 'x', TOROGOZ_PRINTER: 'y' },
    'OCOTE_API_KEY: debe ser odt_ y 56 cifras hexadecimales; TOROGOZ_PRINTER: debe ser tcp://equipo:9100, file:CARPETA o none',
  ],
])('%j is said to be wrong, and what would be right', (env, error) => {
  expect(readEnvironment(env)).toEqual({ ok: false, error })
})

test('what is wrong is never said with the key itself', () => {
  expect(JSON.stringify(readEnvironment({ OCOTE_API_KEY: `${KEY}x` }))).not.toContain(KEY)
})
