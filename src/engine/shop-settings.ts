import { DEFAULT_API_URL } from '#adapters/ocote/api-url.ts'
import { randomTag } from '#adapters/system/system-clock.ts'
import type { SettingsStore } from '#application/ports/settings-store.ts'
import type { CounterSettings } from '#application/selling/save-sale.ts'
import { type ShopSettings, shopSettings } from '#contract/settings.ts'
import type { EngineConfig } from './config.ts'

const NAME = 'shop'

const DEFAULTS: ShopSettings = {
  language: 'es',
  cashier: 'Caja',
  storeCode: 'T01',
  tillCode: 'C01',
  issuer: { tradeName: 'Mi tienda', legalName: '', nit: '', nrc: '', activity: '', address: '' },
  printer: 'none',
  paperWidth: '80',
  printAutomatically: true,
  counterSeconds: 6,
  apiUrl: DEFAULT_API_URL,
  contingencyWarnHours: 24,
  contingencyAlarmHours: 72,
  closesAt: '18:00',
  secondBackupFolder: '',
  environment: '01',
}

/** The obviously invented shop of the training mode; the simulator issues in the same name. */
const TRAINING: ShopSettings = {
  ...DEFAULTS,
  cashier: 'Ana',
  environment: '00',
  issuer: {
    tradeName: 'Tienda Demo',
    legalName: 'Comercial de Ejemplo, S.A. de C.V.',
    nit: '06140000000000',
    nrc: '0000000',
    activity: 'Almacenes (venta de diversos artículos)',
    address: 'Calle de Ejemplo 123, San Salvador',
  },
}

export type Shop = {
  settings(): ShopSettings
  save(settings: ShopSettings): void
  /** Another process may have saved. */
  reload(): void
  counter(): CounterSettings
  readonly tag: string
}

/** The shop's settings as kept in the database; what the environment fixes for this start wins over what is kept. */
export const openShop = (store: SettingsStore, config: EngineConfig, now: number): Shop => {
  const tag = store.installationTag(randomTag, now)
  const read = (): ShopSettings => {
    const defaults = config.mode === 'training' ? TRAINING : DEFAULTS
    const kept = shopSettings.partial().safeParse(store.read(NAME) ?? {})
    return {
      ...defaults,
      ...(kept.success && Object.fromEntries(Object.entries(kept.data).filter(([, value]) => value !== undefined))),
      ...(config.apiUrl !== undefined && { apiUrl: config.apiUrl }),
      ...(config.printer !== undefined && { printer: config.printer }),
      ...(config.environment !== undefined && { environment: config.environment }),
    }
  }
  let current = read()
  const settings = () => current
  return {
    tag,
    settings,
    save: (next) => {
      store.write(NAME, next)
      current = read()
    },
    reload: () => {
      current = read()
    },
    counter: () => {
      const { storeCode, tillCode, cashier, printer, printAutomatically, counterSeconds } = settings()
      const prints =
        printAutomatically && config.printsByItself && (printer !== 'none' || config.training !== undefined)
      return {
        identity: { store: storeCode, till: tillCode, tag },
        cashier,
        printWithinMs: prints ? counterSeconds * 1000 : null,
      }
    },
  }
}
