import { expect, test } from './a-counter.ts'
import { CHEESE, COFFEE } from './at-the-counter.ts'
import { whatIsCut, whatIsTooSmallToTouch } from './what-is-cut.ts'

test.use({ hasTouch: true, viewport: { width: 1024, height: 768 } })

test('a cashier sells three products by touch alone on a small screen, and nothing is cut', async ({ counter }) => {
  const { page, cart } = counter
  const tap = (name: string) => page.getByRole('button', { name, exact: true }).tap()
  const tapIn = async (dialog: string, ...names: readonly string[]): Promise<void> => {
    for (const name of names) await counter.dialog(dialog).getByRole('button', { name, exact: true }).tap()
  }
  const tile = (category: string, name: string) =>
    page.getByRole('tabpanel', { name: category }).getByRole('button', { name })
  const expectNothingCut = async () => expect(await whatIsCut(page)).toEqual([])

  await tile('Abarrotes', `${COFFEE.name} ${COFFEE.price}`).tap()
  await page.getByRole('tab', { name: 'Limpieza' }).tap()
  await tile('Limpieza', 'Jabón de lavar').tap()
  await expect(counter.lines).toHaveCount(2)
  await cart.getByRole('button', { name: 'Uno más' }).tap()
  await cart.getByRole('button', { name: 'Uno más' }).tap()
  await cart.getByRole('button', { name: 'Descuento' }).tap()
  await tapIn('Descuento en Jabón de lavar Ejemplo', '1', '0', 'Aceptar')
  await page.getByRole('tab', { name: 'Lácteos' }).tap()
  await tile('Lácteos', `${CHEESE.name} ${CHEESE.price}`).tap()
  await expectNothingCut()
  await tapIn('Peso de Queso fresco', '0', '.', '4', '5', '6', 'Borrar', '5', 'Aceptar')
  await expect(counter.lines).toHaveCount(3)
  await expect(counter.total).toHaveText('$8.70')
  await expectNothingCut()

  await tap('Cobrar')
  await expectNothingCut()
  await tapIn('Cobrar', '$20')
  await expect(counter.change).toHaveText('$11.30')
  await tapIn('Cobrar', 'Cobrar')
  await expect(counter.changeGiven).toHaveText('$11.30')
  await expect(counter.fiscalState).toHaveText('Factura emitida')
  await expect(counter.charged.getByRole('img', { name: /^Papel 1, / })).toBeVisible()
  await expectNothingCut()
  await tapIn('Cobrado', 'Nueva venta (Enter)')
  await expect(counter.charged).toBeHidden()
  await expect(counter.total).toHaveText('$0.00')
  expect(await counter.ledger()).toMatchObject([{ state: 'stamped', total: '8.70', posts: 1 }])
})

test('every category is in sight on a small screen', async ({ counter }) => {
  const categories = counter.page.getByRole('tab')
  await expect(categories).toHaveCount(8)
  for (const category of await categories.all()) await expect(category).toBeInViewport({ ratio: 1 })
})

test('every screen fits a small screen', async ({ counter }) => {
  const { page } = counter
  await counter.scans(COFFEE.code)
  await counter.charges()
  await expect(counter.fiscalState).toHaveText('Factura emitida')
  await counter.charged.getByRole('button', { name: 'Ver documento' }).tap()
  await expect(page.getByRole('region', { name: 'Venta 000001' })).toBeVisible()
  expect(await whatIsCut(page)).toEqual([])
  await page.getByRole('button', { name: 'Más filtros' }).tap()
  await expect(page.getByLabel('Total desde')).toBeVisible()
  expect(await whatIsCut(page)).toEqual([])
  await counter.status.getByRole('button', { name: /^Día/ }).tap()
  await expect(page.getByRole('table', { name: 'Cuadre' })).toBeVisible()
  expect(await whatIsCut(page)).toEqual([])
  for (const part of ['Caja', 'Emisor', 'Impresora', 'Servicio de facturas', 'Modo y equipo']) {
    await counter.opensSettings(part)
    expect({ part, cut: await whatIsCut(page) }).toEqual({ part, cut: [] })
  }
  await page.getByRole('button', { name: 'Volver a la venta' }).tap()
  for (const [button, title] of [
    ['Ayuda', 'Ayuda'],
    ['Cliente', 'Cliente'],
    ['Artículo libre', 'Artículo sin código'],
    ['Espera', 'Ventas en espera'],
  ] as const) {
    await page.getByRole('navigation', { name: 'Acciones de la venta' }).getByRole('button', { name: button }).tap()
    await expect(counter.dialog(title)).toBeVisible()
    expect({ title, cut: await whatIsCut(page) }).toEqual({ title, cut: [] })
    await counter.dialog(title).getByRole('button', { name: 'Cerrar' }).tap()
    await expect(counter.dialog(title)).toBeHidden()
  }
})

test('every control is large enough for a finger', async ({ counter }) => {
  const { page } = counter
  const tooSmall: Record<string, readonly string[]> = {}
  const look = async (screen: string): Promise<void> => {
    const found = await whatIsTooSmallToTouch(page)
    if (found.length > 0) tooSmall[screen] = found
  }
  await counter.scans(COFFEE.code)
  await look('selling')
  await counter.types('F3')
  await expect(counter.dialog(`Cantidad de ${COFFEE.name}`)).toBeVisible()
  await look('quantity')
  await counter.types('Escape', 'F12')
  await expect(counter.dialog('Cobrar')).toBeVisible()
  await look('payment')
  await counter.types('Enter')
  await expect(counter.fiscalState).toHaveText('Factura emitida')
  await look('result')
  await counter.beginsAnew()
  await counter.opensDocuments()
  await counter.documentRow(/^Venta 000001/).tap()
  await expect(page.getByRole('button', { name: 'Imprimir' })).toBeVisible()
  await page.getByRole('button', { name: 'Más filtros' }).tap()
  await look('documents')
  await counter.status.getByRole('button', { name: /^Día/ }).tap()
  await expect(page.getByRole('table', { name: 'Cuadre' })).toBeVisible()
  await look('day')
  await counter.opensSettings('Impresora')
  await look('settings')
  await counter.status.getByRole('button', { name: 'Simulador' }).tap()
  await expect(page.getByRole('button', { name: 'Todo normal' })).toBeVisible()
  await look('training')
  expect(tooSmall).toEqual({})
})
