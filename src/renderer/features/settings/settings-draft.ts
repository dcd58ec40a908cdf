import { type SettingsView, type ShopSettings, shopSettings } from '#contract/settings.ts'
import type { TextKey } from '../../i18n/use-text.ts'

const NUMBERS = ['counterSeconds', 'contingencyWarnHours', 'contingencyAlarmHours'] as const
type NumberField = (typeof NUMBERS)[number]

/** Settings as they stand in the form: everything text, numbers too. */
export type Draft = Omit<ShopSettings, NumberField> & Readonly<Record<NumberField, string>>

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
  contingencyWarnHours: String(view.contingencyWarnHours),
  contingencyAlarmHours: String(view.contingencyAlarmHours),
  closesAt: view.closesAt,
  secondBackupFolder: view.secondBackupFolder,
  environment: view.environment,
})

const WRONG: Readonly<Record<string, TextKey>> = {
  cashier: 'settings.wrong_cashier',
  storeCode: 'settings.wrong_code',
  tillCode: 'settings.wrong_code',
  counterSeconds: 'settings.wrong_seconds',
  apiUrl: 'settings.wrong_url',
  contingencyWarnHours: 'settings.wrong_hours',
  contingencyAlarmHours: 'settings.wrong_hours',
  closesAt: 'settings.wrong_time',
}

export type Checked = { readonly settings: ShopSettings | null; readonly wrong: Readonly<Record<string, TextKey>> }

/** 0 where it is none: no setting takes that. */
const wholeNumber = (typed: string): number => (/^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0)

/** Held against the contract's own schema; each wrong field with its sentence, by its path ("issuer.nit"). */
export const checkDraft = (draft: Draft): Checked => {
  const numbers = Object.fromEntries(NUMBERS.map((field) => [field, wholeNumber(draft[field])]))
  const parsed = shopSettings.safeParse({ ...draft, closesAt: draft.closesAt.trim(), ...numbers })
  if (parsed.success) return { settings: parsed.data, wrong: {} }
  const paths = parsed.error.issues.map(({ path }) => path.join('.'))
  return {
    settings: null,
    wrong: Object.fromEntries(paths.map((path) => [path, WRONG[path] ?? 'settings.wrong_long'])),
  }
}
