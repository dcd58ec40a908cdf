import { expect, test } from 'vitest'
import { aTerminal } from '#support/a-terminal.ts'

const NONE = { activities: 0, municipalities: 0, districts: 0, refreshed_at: null, age_days: null }

test('the catalogues are asked for by command, and told with their age; a refusal leaves them as they are', async () => {
  const terminal = await aTerminal()
  expect(await terminal.json(['catalogs'])).toEqual({ code: 0, value: NONE })
  const refreshed = await terminal.run(['catalogs', 'refresh', '--json'])
  const value = JSON.parse(refreshed.stdout)
  expect({ ...refreshed, stdout: value }).toEqual({
    code: 0,
    stdout: {
      activities: expect.any(Number),
      municipalities: expect.any(Number),
      districts: expect.any(Number),
      refreshed_at: expect.any(String),
      age_days: 0,
      odd_rows: 0,
      is_complete: true,
    },
    stderr: expect.stringMatching(/^distritos {2}20 consultas$/m),
  })
  const { odd_rows, is_complete, ...kept } = value
  terminal.simulator.setControls({ keyRevoked: true })
  expect(await terminal.json(['catalogs', 'refresh'])).toMatchObject({
    code: 1,
    value: { error: { code: 'key_refused' } },
  })
  expect(await terminal.json(['catalogs'])).toEqual({ code: 0, value: kept })
})

test.each([
  ['no key', { OCOTE_API_KEY: '' }, 'no_key'],
  ['an API that is not there', { OCOTE_BASE_URL: 'http://127.0.0.1:1/api/connect' }, 'api_unreachable'],
])('with %s a refresh is refused, and says why', async (_, env, code) => {
  const terminal = await aTerminal()
  const ran = await terminal.run(['catalogs', 'refresh', '--json'], { env })
  expect({ code: ran.code, value: JSON.parse(ran.stdout) }).toMatchObject({ code: 1, value: { error: { code } } })
})

test('another word than refresh is wrong usage', async () => {
  const terminal = await aTerminal()
  expect(await terminal.json(['catalogs', 'forget'])).toMatchObject({ code: 2, value: { error: { code: 'usage' } } })
})
