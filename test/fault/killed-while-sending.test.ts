import { expect, test } from 'vitest'
import { aTerminal } from '#support/a-terminal.ts'

const CART = {
  lines: [{ description: 'Café molido', quantity: 2, unit_price: 5.5 }],
  tenders: [{ method: '01', amount: 11 }],
}

test('a sender killed with documents under way loses none and doubles none', async () => {
  const terminal = await aTerminal()
  const cart = terminal.file('cart.json', CART)
  for (let count = 0; count < 4; count += 1) await terminal.run(['sell', cart])
  terminal.simulator.setControls({ latencyMs: 1_500 })
  const sender = terminal.start(['send', '--until-empty'])
  await expect.poll(() => terminal.simulator.requests().length, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0)
  await sender.kill()
  terminal.simulator.setControls({ latencyMs: 0 })

  expect(await terminal.json(['send', '--until-empty', '--for', '30'])).toMatchObject({
    code: 0,
    value: { stamped: 4 },
  })

  expect(terminal.simulator.ledger().map(({ state, total }) => `${state} ${total}`)).toEqual(
    Array(4).fill('stamped 11.00'),
  )
  expect(new Set(terminal.simulator.ledger().map(({ externalRef }) => externalRef)).size).toBe(4)
  expect(await terminal.json(['verify'])).toMatchObject({ code: 0 })
})
