import { expect, test } from 'vitest'
import { ADDRESS_FAULTS } from '../faults/network/address-faults.ts'
import { ANSWER_FAULTS } from '../faults/network/answer-faults.ts'
import { CLOCK_FAULTS } from '../faults/network/clock-faults.ts'
import { JUDGEMENT_FAULTS } from '../faults/network/judgement-faults.ts'
import { networkScenario } from '../faults/network/network-fault.ts'

/** Those that take a minute, or are much like another, are left to `npm run faults`. */
const SHORT = [
  'no network: nothing listens',
  'TLS certificate error',
  'answer lost after registering',
  'half an answer',
  '503 after registering',
  'HTML from a captive portal',
  'invalid JSON',
  'JSON with flags outside the table',
  '429 with Retry-After as a date',
  '401, and the key is entered again',
  'status says 404 of what is registered',
  'answer with another document’s ref, asked about by a person',
  'clock −1 year while it sends',
]

const faults = [...ADDRESS_FAULTS, ...ANSWER_FAULTS, ...JUDGEMENT_FAULTS, ...CLOCK_FAULTS]

test.concurrent.each(SHORT)('%s: nothing is lost, doubled or wrong', async (name) => {
  const fault = faults.find((one) => one.name === name)
  if (!fault) throw new Error(`no such fault: ${name}`)
  const { injected, sales, documents, broken } = await networkScenario(fault).run()
  expect(broken).toEqual({ lost: [], duplicated: [], wrong: [] })
  expect(injected).toBeGreaterThan(0)
  expect(documents).toBe(sales)
})
