import { type SettingsView, type ShopSettings, shopSettings } from '#contract/settings.ts'
import type { TextKey } from '../../i18n/use-text.ts'

/** Settings as they stand in the form: everything text, seconds too. */
export type Draft = Omit<ShopSettings, 'counterSeconds'> & { readonly counterSeconds: string }

export const draftOf = (view: SettingsView): Draft => ({
  language: view.language,
  cashier: view.cashier,
  storeCode: view.storeCode,
  tillCode: view.tillCode,
  issuer: view.issuer,
  printer: view.printer,
  paperWidth: view.paperWidth,
  printAutomatically: view.printAutomatically,
  counterSeconds: String(view.counterSeconds),
  apiUrl: view.apiUrl,
})

const WRONG: Readonly<Record<string, TextKey>> = {
  cashier: 'settings.wrong_cashier',
  storeCode: 'settings.wrong_code',
  tillCode: 'settings.wrong_code',
  counterSeconds: 'settings.wrong_seconds',
  apiUrl: 'settings.wrong_url',
}

export type Checked = { readonly settings: ShopSettings | null; readonly wrong: Readonly<Record<string, TextKey>> }

/** Held against the contract's own schema; each wrong field with its sentence, by its path ("issuer.nit"). */
export const checkDraft = (draft: Draft): Checked => {
  const seconds = /^\d{1,3}$/.test(draft.counterSeconds.trim()) ? Number(draft.counterSeconds) : 0
  const parsed = shopSettings.safeParse({ ...draft, counterSeconds: seconds })
  if (parsed.success) return { settings: parsed.data, wrong: {} }
  const paths = parsed.error.issues.map(({ path }) => path.join('.'))
  return {
    settings: null,
    wrong: Object.fromEntries(paths.map((path) => [path, WRONG[path] ?? 'settings.wrong_long'])),
  }
}
