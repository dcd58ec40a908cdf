import { expect, test } from './a-counter.ts'
import type { PastSale } from './past-sale.ts'

const rejected = (text: string, hoursAgo: number): PastSale => ({
  state: 'rejected',
  hoursAgo,
  cents: 700,
  customer: 'Rosa Peña',
  remarks: { code: '096', texts: [text] },
})
const refused = (text: string, hoursAgo: number): PastSale => ({
  state: 'refused',
  hoursAgo,
  cents: 700,
  customer: 'Rosa Peña',
  remarks: { code: '', texts: [text] },
})

const SALES: readonly PastSale[] = [
  rejected('Campo #/receptor/nombre es requerido', 9),
  rejected('Campo #/receptor/numDocumento no es válido', 8),
  rejected('Campo #/receptor/telefono no cumple el tamaño mínimo', 7),
  refused('[{"type":"value_error","loc":["body","customer","email"],"msg":"not a valid email address"}]', 6),
  refused('customer -> email: not a valid email address', 5),
  refused('[{"loc":["body","lines",0,"unit_price"],"msg":"must be greater than 0"}]', 4),
  { state: 'alarm', hoursAgo: 3, cents: 700 },
]

test.use({ past: { sales: SALES } })

for (const [sale, field] of [
  ['000001', 'Nombre'],
  ['000002', 'Número'],
  ['000003', 'Teléfono'],
  ['000004', 'Correo'],
  ['000005', 'Correo'],
] as const)
  test(`the correction of ${sale} begins at ${field}`, async ({ counter }) => {
    const { page } = counter
    await counter.opensDocuments()
    await counter.documentRow(new RegExp(sale)).click()
    await page.getByRole('button', { name: 'Corregir cliente' }).click()
    const dialog = counter.dialog(`Corregir cliente de la venta ${sale}`)
    await expect(dialog.getByLabel(field)).toBeFocused()
  })

test('what the engine still refuses moves the focus to its field', async ({ counter }) => {
  const { page } = counter
  await counter.opensDocuments()
  await counter.documentRow(/000001/).click()
  await page.getByRole('button', { name: 'Corregir cliente' }).click()
  const dialog = counter.dialog('Corregir cliente de la venta 000001')
  await expect(dialog.getByLabel('Nombre')).toBeFocused()
  for (const [field, code, label] of [
    ['customer.document.number', 'dui_invalid', 'Número'],
    ['customer.phone', 'phone_invalid', 'Teléfono'],
    ['customer.name', 'customer_name_too_long', 'Nombre'],
  ] as const) {
    await page.route('**/rpc/documents/correct', (route) =>
      route.fulfill({ json: { json: { ok: false, error: { code, field, params: { max: 250 } } } } }),
    )
    await dialog.getByRole('button', { name: 'Guardar y enviar' }).click()
    await expect(dialog.getByLabel(label)).toBeFocused()
    await expect(dialog.getByLabel(label)).toHaveAttribute('aria-invalid', 'true')
  }
})

test('where the customer is not what is wrong, it says whom to tell, and to try again after', async ({ counter }) => {
  const { page } = counter
  await counter.opensDocuments()
  const row = counter.documentRow(/000006/)
  await expect(row).toContainText('Una línea de la venta')
  await row.click()
  const detail = page.getByRole('region', { name: 'Venta 000006' })
  await expect(detail).toContainText('Corregir el cliente no ayuda aquí. Avise a la persona encargada')
  await expect(detail.getByRole('heading', { name: 'Qué dijo el servicio' })).toBeVisible()
  await row.press('Enter')
  await expect(detail.getByRole('button', { name: 'Reintentar ahora' })).toBeFocused()
  await expect(detail.locator('.button-main')).toHaveText('Reintentar ahora')
})

test('what happened is said in words, by whom it was said, and as it came', async ({ counter }) => {
  const { page } = counter
  await counter.opensDocuments()
  await counter.documentRow(/000001/).click()
  await expect(page.getByRole('heading', { name: 'Qué dijo Hacienda' })).toBeVisible()
  const history = page.getByRole('list', { name: 'Historial con el servicio' })
  await history.getByText('Respuesta recibida').click()
  await expect(history.locator('pre')).toContainText('"observaciones": [\n    "Campo #/receptor/nombre es requerido"')

  await counter.documentRow(/000007/).click()
  const detail = page.getByRole('region', { name: 'Venta 000007' })
  await expect(detail.getByRole('heading', { name: 'Qué pasó' })).toBeVisible()
  await expect(detail.getByText('la usó otra caja')).toHaveCount(2)
  await expect(history.locator('small', { hasText: 'Texto original: duplicate_at_first_post' })).toBeVisible()
})
