import { expect, test } from 'vitest'
import { type Answer, apiOf, aSimulator, OTHER_KEY } from './a-simulator.ts'

const headersOf = ({ status, headers }: Answer) => ({
  status,
  limits: [headers.get('X-RateLimit-Limit-Minute'), headers.get('X-RateLimit-Limit-Hour')],
  remaining: [headers.get('X-RateLimit-Remaining-Minute'), headers.get('X-RateLimit-Remaining-Hour')],
  reset: headers.get('X-RateLimit-Reset'),
  retryAfter: headers.get('Retry-After'),
})

test('every answer tells what is left, until the minute is used up; then a new minute begins', async () => {
  const { simulator, gets } = await aSimulator({ rateLimits: { perMinute: 2, perHour: 3 } })
  const limits = ['2', '3']
  const ask = async () => headersOf(await gets('/status/x'))
  expect(await ask()).toEqual({ status: 404, limits, remaining: ['1', '2'], reset: '60', retryAfter: null })
  simulator.setControls({ clockOffsetMs: 20_500 })
  expect(await ask()).toEqual({ status: 404, limits, remaining: ['0', '1'], reset: '40', retryAfter: null })

  const refused = await gets('/status/x')
  expect(headersOf(refused)).toEqual({ status: 429, limits, remaining: ['0', '1'], reset: '40', retryAfter: '40' })
  expect(refused.body).toEqual({ detail: 'Limite de 2 requests por minuto excedido' })

  simulator.setControls({ clockOffsetMs: 60_000 })
  expect(await ask()).toMatchObject({ status: 404, remaining: ['1', '0'] })
  const overHour = await gets('/status/x')
  expect(headersOf(overHour)).toMatchObject({ status: 429, retryAfter: '3540' })
  expect(overHour.body).toEqual({ detail: 'Limite de 3 requests por hora excedido' })
})

test('each key has a budget of its own, and a wrong key costs nobody anything', async () => {
  const { simulator, gets } = await aSimulator({ rateLimits: { perMinute: 1, perHour: 9 } })
  expect((await apiOf(simulator, 'odt_wrong').gets('/status/x')).status).toBe(401)
  expect((await gets('/status/x')).status).toBe(404)
  expect((await gets('/status/x')).status).toBe(429)
  expect((await apiOf(simulator, OTHER_KEY).gets('/status/x')).status).toBe(404)
})

test('without options the limits are 120 a minute and 5,000 an hour; "none" never refuses', async () => {
  const { startSimulator } = await import('#simulator/start-simulator.ts')
  const usual = await startSimulator()
  expect(headersOf(await apiOf(usual).gets('/status/x'))).toMatchObject({ limits: ['120', '5000'] })
  await usual.close()
  const { gets } = await aSimulator({ rateLimits: 'none' })
  const answers = await Promise.all(Array.from({ length: 200 }, () => gets('/status/x')))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]))
})
