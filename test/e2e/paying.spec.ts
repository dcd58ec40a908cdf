import { expect, test } from './a-counter.ts'
import { COFFEE } from './at-the-counter.ts'

test('a payment is split between cash and card', async ({ counter }) => {
  const { page } = counter
  await counter.scans(`2*${COFFEE.code}`)
  await counter.types('F12', '5', '+')
  const parts = page.getByRole('list', { name: 'Pagos agregados' }).getByRole('listitem')
  await expect(parts).toHaveText([/Efectivo.*\$5\.00/])
  await expect(counter.due).toHaveText('$6.00')
  await counter.types('c')
  await expect(page.getByRole('button', { name: 'Tarjeta de crédito', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(page.getByLabel('Monto a cargar')).toHaveValue('6.00')
  await counter.types('Enter')
  await expect(counter.changeGiven).toHaveText('Pago exacto')
  await expect(counter.fiscalState).toHaveText('Factura emitida')
  await counter.charged.getByRole('button', { name: 'Ver documento' }).click()
  await expect(page.getByRole('region', { name: 'Venta 000001' })).toContainText(
    'Efectivo $5.00 · Tarjeta de crédito $6.00',
  )
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '11.00', posts: 1 }])
})

test('a part of a split payment is taken back, and cash on top of a card gives change', async ({ counter }) => {
  const { page } = counter
  await counter.scans(`2*${COFFEE.code}`)
  await counter.types('F12', 'd', '4', '+')
  await expect(counter.due).toHaveText('$7.00')
  await page.getByRole('button', { name: 'Quitar Tarjeta de débito $4.00' }).click()
  await expect(counter.due).toHaveText('$11.00')
  await counter.types('d', '10', '+', 'e')
  await expect(counter.due).toHaveText('$1.00')
  await counter.types('5')
  await expect(counter.change).toHaveText('$4.00')
  await counter.types('Enter')
  await expect(counter.changeGiven).toHaveText('$4.00')
})

test('a short payment says what is missing and sells nothing', async ({ counter }) => {
  const { page } = counter
  await counter.scans(`2*${COFFEE.code}`)
  await counter.types('F12', '5')
  await expect(counter.dialog('Cobrar')).toContainText('Falta $6.00')
  await expect(counter.change).toBeHidden()
  await counter.types('Enter')
  await expect(page.getByRole('alert')).toHaveText('Falta $6.00. Complete el monto o agregue otro pago.')
  await expect(counter.charged).toBeHidden()
  await counter.types('Escape')
  await expect(counter.dialog('Cobrar')).toBeHidden()
  await expect(counter.total).toHaveText('$11.00')
  expect(await counter.ledger()).toEqual([])
})

test('too much on a card is refused, because only cash gives change', async ({ counter }) => {
  const { page } = counter
  await counter.scans(`2*${COFFEE.code}`)
  await counter.types('F12', 'd', '20')
  await expect(counter.dialog('Cobrar')).toContainText('Sobra $9.00')
  await counter.types('Enter')
  await expect(page.getByRole('alert')).toHaveText('Sobra $9.00 y solo el efectivo da vuelto. Baje el monto.')
  await expect(counter.charged).toBeHidden()
  await counter.dialog('Cobrar').getByRole('button', { name: 'Exacto' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
  await counter.types('Enter')
  await expect(counter.changeGiven).toHaveText('Pago exacto')
})

test('an amount that is no number is not understood and sells nothing', async ({ counter }) => {
  await counter.scans(COFFEE.code)
  await counter.types('F12', '5..5', 'Enter')
  await expect(counter.dialog('Cobrar').getByRole('alert')).toHaveText(/^No se entiende el monto\./)
  await expect(counter.charged).toBeHidden()
})

test('an answer lost between the screen and the till is asked about, and the sale is charged once', async ({
  counter,
}) => {
  const { page } = counter
  await page.route(
    '**/rpc/sale/complete',
    async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await counter.scans(COFFEE.code)
  await counter.types('F12', '10', 'Enter')
  await expect(counter.dialog('Cobrar')).toContainText('nunca se cobra dos veces')
  await counter.dialog('Cobrar').getByRole('button', { name: 'Preguntar de nuevo' }).click()
  await expect(counter.changeGiven).toHaveText('$4.50')
  await expect(counter.fiscalState).toHaveText('Factura emitida')
  await counter.beginsAnew()
  await expect(counter.cart.getByRole('heading')).toHaveText('Venta 000002')
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '5.50', posts: 1 }])
})

test('a reload while the answer is awaited finds the sale charged, once', async ({ counter }) => {
  const { page } = counter
  await page.route('**/rpc/sale/complete', async (route) => void (await route.fetch()), { times: 1 })
  await counter.scans(COFFEE.code)
  const stored = page.waitForRequest('**/rpc/sale/complete')
  await counter.types('F12', '10', 'Enter')
  await stored
  await expect.poll(async () => (await counter.ledger()).length).toBe(1)
  await page.reload()
  await expect(counter.changeGiven).toHaveText('$4.50')
  await counter.types('Enter')
  await expect(counter.total).toHaveText('$0.00')
  await expect(counter.cart.getByRole('heading')).toHaveText('Venta 000002')
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '5.50', posts: 1 }])
})

test('an error that came after the sale was saved is asked about under the same attempt, and charged once', async ({
  counter,
}) => {
  const { page } = counter
  const busy = { json: { ok: false, error: { code: 'database_busy' } } }
  await page.route(
    '**/rpc/sale/complete',
    async (route) => {
      await route.fetch()
      await route.fulfill({ json: busy })
    },
    { times: 1 },
  )
  await counter.scans(COFFEE.code)
  await counter.types('F12', '10', 'Enter')
  await expect(counter.dialog('Cobrar')).toContainText('El archivo de la caja está ocupado')
  await page.reload()
  await expect(counter.changeGiven).toHaveText('$4.50')
  await counter.beginsAnew()
  await expect(counter.total).toHaveText('$0.00')
  await expect(counter.cart.getByRole('heading')).toHaveText('Venta 000002')
  await expect.poll(async () => (await counter.ledger()).length).toBe(1)
})

test('after a refusal the cart is paid under the attempt it has, and nothing was sold before', async ({ counter }) => {
  const { page } = counter
  const attempts: string[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/rpc/sale/complete')) attempts.push(request.postDataJSON().json.attemptId)
  })
  const refused = { json: { ok: false, error: { code: 'sale_empty' } } }
  await page.route('**/rpc/sale/complete', (route) => route.fulfill({ json: refused }), { times: 1 })
  await counter.scans(COFFEE.code)
  await counter.types('F12', 'Enter')
  await expect(counter.dialog('Cobrar').getByRole('alert')).toBeVisible()
  await counter.types('Escape')
  await counter.charges()
  await counter.beginsAnew()
  await counter.sells(COFFEE.code)
  const [first, second, next] = attempts
  expect(attempts).toEqual([first, first, next])
  expect(second).not.toBe(next)
  await expect.poll(async () => (await counter.ledger()).map(({ posts }) => posts)).toEqual([1, 1])
})
