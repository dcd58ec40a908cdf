import { expect as anyExpect, type Locator, type Page } from '@playwright/test'
import { moveClock, STORY_OFFSET_MS } from './story-time.ts'

/** Patient enough for a machine that is busy with something else. */
export const expect = anyExpect.configure({ timeout: 10_000 })

/** Of the sample catalogue. */
export const COFFEE = { code: '2000000000015', name: 'Café molido Ejemplo 400 g', price: '$5.50' } as const
export const SOAP = { code: '2000000000442', name: 'Jabón de lavar Ejemplo', price: '$0.55' } as const
export const CHEESE = { code: '2000000000220', name: 'Queso fresco', price: '$3.75 / kg' } as const

export type Situation =
  | 'Hacienda no responde'
  | 'La tienda se queda sin Internet'
  | 'La clave es rechazada'
  | 'El wifi pide iniciar sesión'
export type Trouble = 'Perder la respuesta' | 'Fallar con error del servidor' | 'Rechazar los datos'

/** What the simulated service has on its books of one sale. */
export type LedgerRow = {
  readonly externalRef: string
  readonly state: string
  readonly total: string
  readonly posts: number
}

/** The till's screen by the names that a cashier reads, and what a trainer does to the world around it. */
export const atTheCounter = (page: Page) => {
  const dialog = (name: string | RegExp): Locator =>
    page.getByRole('dialog', typeof name === 'string' ? { name, exact: true } : { name })
  const cart = page.getByRole('region', { name: 'Venta', exact: true })
  const lines = page.getByRole('list', { name: 'Líneas de la venta' }).getByRole('listitem')
  const status = page.getByRole('navigation', { name: 'Estado de la caja' })
  const search = page.getByRole('combobox', { name: 'Escanee o busque un producto' })
  const charged = dialog('Cobrado')

  const opens = async (address: string): Promise<void> => {
    await page.context().addInitScript(moveClock, STORY_OFFSET_MS)
    await page.goto(address)
    await expect(search).toBeFocused()
  }
  const types = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await (KEY.test(key) ? page.keyboard.press(key) : page.keyboard.type(key))
  }
  /** Scans one code after the other, as a scanner does: the characters and Enter, wherever the focus is. */
  const scans = async (...codes: readonly string[]): Promise<void> => {
    for (const code of codes) {
      const before = (await cart.getByRole('definition').allTextContents()).join()
      await types(code, 'Enter')
      await expect.poll(async () => (await cart.getByRole('definition').allTextContents()).join()).not.toBe(before)
    }
  }
  const charges = async (...keys: readonly string[]): Promise<void> => {
    await types('F12')
    await expect(dialog('Cobrar')).toBeVisible()
    await types(...keys, 'Enter')
    await expect(charged).toBeVisible()
  }
  const beginsAnew = async (): Promise<void> => {
    await types('Enter')
    await expect(charged).toBeHidden()
    await expect(search).toBeFocused()
  }
  const inTraining = async (act: (panel: Locator) => Promise<void>): Promise<void> => {
    await status.getByRole('button', { name: 'Simulador' }).click()
    const panel = dialog('Simulador de entrenamiento')
    await act(panel)
    await panel.getByRole('button', { name: 'Cerrar' }).click()
    await expect(panel).toBeHidden()
  }
  const turns = (situation: Situation, isOn: boolean): Promise<void> =>
    inTraining(async (panel) => {
      const its = panel.getByRole('switch', { name: situation })
      await expect(its).toBeChecked({ checked: !isOn })
      await its.click()
      await expect(its).toBeChecked({ checked: isOn })
    })

  return {
    page,
    search,
    cart,
    lines,
    status,
    charged,
    total: page.getByTestId('cart-total'),
    due: page.getByTestId('payment-due'),
    change: page.getByTestId('payment-change'),
    changeGiven: page.getByTestId('result-change'),
    fiscalState: page.getByTestId('fiscal-state'),
    dialog,
    opens,
    types,
    scans,
    charges,
    beginsAnew,
    /** One sale from the first scan to the next sale, paid exactly in cash. */
    sells: async (...codes: readonly string[]): Promise<void> => {
      await scans(...codes)
      await charges()
      await beginsAnew()
    },
    /** An item without a code. */
    sellsFreely: async (description: string, price: string): Promise<void> => {
      await types('F7')
      await expect(dialog('Artículo sin código')).toBeVisible()
      await types(description, 'Tab', price, 'Enter')
      await expect(dialog('Artículo sin código')).toBeHidden()
    },
    suffers: (situation: Situation) => turns(situation, true),
    recoversFrom: (situation: Situation) => turns(situation, false),
    /** The next document that goes out meets this. */
    expectsNext: (trouble: Trouble) =>
      inTraining(async (panel) => {
        await panel.getByRole('button', { name: `Uno más: ${trouble}` }).click()
        await expect(panel.getByRole('status', { name: trouble })).toHaveText('1')
      }),
    waitsForEachAnswer: (seconds: 2 | 8 | 30) =>
      inTraining(async (panel) => {
        const its = panel.getByRole('button', { name: `${seconds} s`, exact: true })
        await its.click()
        await expect(its).toHaveAttribute('aria-pressed', 'true')
      }),
    /** What came out of the printer so far. */
    papers: (count: number) => status.getByRole('button', { name: `Papeles ${count}`, exact: true }),
    /** "Venta 000001, Emitida, $5.50": what the row shows, in this order; between them the customer, the hour and the tries. */
    documentRow: (shown: string | RegExp) =>
      page.getByRole('button', {
        name: typeof shown === 'string' ? new RegExp(`^${shown.split(', ').map(literally).join('\\b.* ')}$`) : shown,
      }),
    opensDocuments: async (): Promise<void> => {
      await types('F9')
      await expect(page.getByRole('region', { name: 'Lista de documentos' })).toBeVisible()
    },
    opensSettings: async (part: string): Promise<void> => {
      await status.getByRole('button', { name: /^Ajustes: / }).click()
      const parts = page.getByRole('navigation', { name: 'Secciones de ajustes' })
      await parts.getByRole('button', { name: part }).click()
    },
    /** The books of the simulated service, in order of registration. */
    ledger: async (): Promise<readonly LedgerRow[]> => {
      const settings = await page.evaluate(async () => {
        const answer = await fetch('/rpc/settings/get', { method: 'POST' })
        return (await answer.json()) as { readonly json: { readonly apiUrl: string } }
      })
      const answer = await fetch(new URL('/simulator/ledger', settings.json.apiUrl))
      const rows = (await answer.json()) as readonly LedgerRow[]
      return rows.map(({ externalRef, state, total, posts }) => ({ externalRef, state, total, posts }))
    },
  }
}

export type Counter = ReturnType<typeof atTheCounter>

const KEY = /^(F\d{1,2}|Enter|Escape|Tab|Delete|Backspace|Arrow(Up|Down|Left|Right))$/

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
