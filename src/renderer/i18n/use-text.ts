import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { en } from './en.ts'
import { es } from './es.ts'

export type Language = 'es' | 'en'

type Leaves<T, Prefix extends string> = {
  [K in keyof T & string]: T[K] extends string ? `${Prefix}${K}` : Leaves<T[K], `${Prefix}${K}.`>
}[keyof T & string]

/** `x_one` and `x_other` are asked for as `x` with a count. */
type Asked<Key> = Key extends `${infer Base}_one` ? Base : Key extends `${string}_other` ? never : Key

export type TextKey = Asked<Leaves<typeof es, ''>>

export type Text = (key: TextKey, params?: Readonly<Record<string, string | number>>) => string

i18next.use(initReactI18next).init({
  lng: 'es',
  fallbackLng: 'es',
  resources: { es: { translation: es }, en: { translation: en } },
  interpolation: { escapeValue: false },
  initAsync: false,
})

/** Sentences in the language of the settings; components that use it are drawn again when it changes. */
export const useText = (): Text => {
  const { t } = useTranslation()
  return (key, params) => t(key, { ...params })
}

/** Whether a code that came from elsewhere has a sentence. */
export const isKey = (key: string): key is TextKey => i18next.exists(key, { lng: 'es' })

export const speak = (language: Language): void => {
  if (i18next.language !== language) void i18next.changeLanguage(language)
  document.documentElement.lang = language
}
