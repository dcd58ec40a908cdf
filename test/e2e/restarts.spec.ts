import { expect, test } from './a-counter.ts'
import { atTheCounter, COFFEE, SOAP } from './at-the-counter.ts'

test('a reload in the middle of a sale keeps its lines and its customer', async ({ counter }) => {
  await counter.scans(`2*${COFFEE.code}`, SOAP.code)
  await counter.types('F4', '10', 'Enter', 'F6')
  await counter.dialog('Cliente').getByLabel('Nombre').fill('Rosa Ejemplo')
  await counter.types('Enter')
  await expect(counter.total).toHaveText('$11.50')
  const lines = await counter.lines.allTextContents()
  await counter.page.reload()
  await expect(counter.search).toBeFocused()
  await expect(counter.lines).toHaveText(lines)
  await expect(counter.total).toHaveText('$11.50')
  await expect(counter.cart.getByRole('button', { name: 'Cliente: Rosa Ejemplo' })).toBeVisible()
})

test('a till killed in the middle of the day has every sale at its next start, each stamped once', async ({
  counter,
  till,
}) => {
  const { page } = counter
  await counter.sells(COFFEE.code)
  await expect.poll(async () => (await counter.ledger()).length).toBe(1)
  await counter.waitsForEachAnswer(30)
  await counter.sells(SOAP.code)
  await counter.scans(COFFEE.code, SOAP.code)
  await counter.charges('10')
  await expect(counter.fiscalState).toHaveText('Emitiendo factura…')
  await expect.poll(async () => (await counter.ledger()).length).toBe(3)

  await till.kill()
  await expect(page.getByText('Sin comunicación con el programa de caja.')).toBeVisible()
  await till.restart()
  await counter.opens(till.address())
  await counter.opensDocuments()
  await expect(page.getByRole('list', { name: 'Lista de documentos' }).getByRole('button')).toHaveCount(3)
  for (const row of ['Venta 000003, Emitida, $6.05', 'Venta 000002, Emitida, $0.55', 'Venta 000001, Emitida, $5.50'])
    await expect(counter.documentRow(row)).toBeVisible()
  const ledger = await counter.ledger()
  expect(ledger.map(({ state, total, posts }) => ({ state, total, posts }))).toEqual([
    { state: 'stamped', total: '5.50', posts: 1 },
    { state: 'stamped', total: '0.55', posts: 1 },
    { state: 'stamped', total: '6.05', posts: 1 },
  ])
  await counter.types('Escape')
  await expect(counter.cart.getByRole('heading')).toHaveText('Venta 000004')
})

test('the open sale outlives a killed till', async ({ counter, till }) => {
  await counter.scans(`2*${COFFEE.code}`, SOAP.code)
  await till.kill()
  await till.restart()
  await counter.opens(till.address())
  await expect(counter.total).toHaveText('$11.55')
})

test('a payment cut short by a killed till is resolved at the next start, and charged once', async ({
  counter,
  till,
}) => {
  await counter.page.route('**/rpc/sale/complete', async (route) => void (await route.fetch()), { times: 1 })
  await counter.scans(COFFEE.code)
  await counter.types('F12', '10', 'Enter')
  await expect.poll(async () => (await counter.ledger()).length).toBe(1)
  await till.kill()
  await till.restart()
  await counter.page.goto(till.address())
  await expect(counter.changeGiven).toHaveText('$4.50')
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '5.50', posts: 1 }])
})

test('sales saved offline outlive a killed till and are issued by the next start', async ({ counter, till }) => {
  await counter.suffers('La tienda se queda sin Internet')
  await counter.sells(COFFEE.code)
  await counter.sells(SOAP.code)
  await till.kill()
  await till.restart()
  await counter.opens(till.address())
  await counter.opensDocuments()
  await expect(counter.documentRow('Venta 000001, Emitida, $5.50')).toBeVisible()
  await expect(counter.documentRow('Venta 000002, Emitida, $0.55')).toBeVisible()
  expect((await counter.ledger()).map(({ posts }) => posts)).toEqual([1, 1])
})

test('a second start says that the till is open and gives an address that works', async ({
  browser,
  counter,
  till,
}) => {
  await counter.sells(COFFEE.code)
  const { exitCode, said, complaints, address } = await till.startAgain()
  expect({ exitCode, said, complaints }).toEqual({
    exitCode: 0,
    said: `La caja ya está abierta: ${address}`,
    complaints: '',
  })
  const context = await browser.newContext()
  const other = atTheCounter(await context.newPage())
  await other.opens(address)
  await expect(other.cart.getByRole('heading')).toHaveText('Venta 000002')
  await other.opensDocuments()
  await expect(other.documentRow('Venta 000001, Emitida, $5.50')).toBeVisible()
  await context.close()
})

test('an address opens the till once, and a second tab of the same browser goes on with it', async ({
  counter,
  till,
}) => {
  const tab = await counter.page.context().newPage()
  const again = await tab.goto(till.address())
  expect(again?.status()).toBe(403)
  await expect(tab.getByText('Esta dirección ya se usó.')).toBeVisible()
  const other = atTheCounter(tab)
  await other.opens(new URL('/', till.address()).href)
  await other.sells(COFFEE.code)
  await expect(counter.cart.getByRole('heading')).toHaveText('Venta 000002')
})

test('a sale that one tab has charged is gone from the other', async ({ counter, till }) => {
  await counter.scans(COFFEE.code)
  const other = atTheCounter(await counter.page.context().newPage())
  await other.opens(new URL('/', till.address()).href)
  await expect(other.total).toHaveText('$5.50')
  await other.charges()
  await expect(counter.total).toHaveText('$0.00')
})

test('a payment awaited in one tab holds the other back, which may ask for it: charged once', async ({
  counter,
  till,
}) => {
  await counter.page.route('**/rpc/sale/complete', async (route) => void (await route.fetch()), { times: 1 })
  await counter.scans(COFFEE.code)
  const other = atTheCounter(await counter.page.context().newPage())
  await other.opens(new URL('/', till.address()).href)
  await counter.types('F12', '10', 'Enter')
  await other.dialog('Cobrar').getByRole('button', { name: 'Preguntar de nuevo' }).click()
  await expect(other.changeGiven).toHaveText('$4.50')
  await expect(counter.total).toHaveText('$0.00')
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '5.50', posts: 1 }])
})

test('two tabs that charge one cart at once sell it once', async ({ counter, till }) => {
  await counter.scans(COFFEE.code)
  const other = atTheCounter(await counter.page.context().newPage())
  await other.opens(new URL('/', till.address()).href)
  await counter.types('F12')
  await other.types('F12')
  await Promise.all([counter.types('Enter'), other.types('Enter')])
  await expect.poll(async () => (await counter.ledger()).length).toBe(1)
  await expect(counter.total).toHaveText('$0.00')
  await expect(other.total).toHaveText('$0.00')
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '5.50', posts: 1 }])
})
