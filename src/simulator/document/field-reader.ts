import { type Decimal, decimalOf } from '../money/exact-decimal.ts'

/** Collects what is wrong with a body, one sentence a field, in Spanish as the API answers. */
export type Problems = string[]

export type JsonObject = Readonly<Record<string, unknown>>

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type TextRule = {
  readonly required?: boolean
  readonly most?: number
  readonly pattern?: RegExp
  readonly hint?: string
}
type AmountRule = {
  readonly least?: number
  readonly most?: number
  readonly positive?: boolean
  readonly byDefault?: number
}

/** Reads the fields of one object; a field that is wrong reads as null (or 0) and leaves a sentence among the problems. */
export type FieldReader = {
  text(name: string, rule?: TextRule): string | null
  choice<T extends string | number>(name: string, allowed: readonly T[], byDefault: T | null): T | null
  count(name: string, required: boolean): number | null
  /** False where it is not given. */
  flag(name: string): boolean
  decimal(name: string, rule: AmountRule): Decimal
}

const ZERO: Decimal = { digits: 0n, scale: 0 }

export const readFields = (source: JsonObject, path: string, problems: Problems): FieldReader => {
  const wrong = (name: string, sentence: string): null => {
    problems.push(`${path}${name}: ${sentence}`)
    return null
  }
  const given = (name: string): unknown => (Object.hasOwn(source, name) ? (source[name] ?? undefined) : undefined)

  return {
    text: (name, { required = false, most = 1_000, pattern, hint } = {}) => {
      const value = given(name)
      if (value === undefined) return required ? wrong(name, 'es obligatorio') : null
      if (typeof value !== 'string') return wrong(name, 'debe ser un texto')
      if (value.trim() === '') return required ? wrong(name, 'no puede estar vacío') : null
      if ([...value].length > most) return wrong(name, `no puede exceder ${most} caracteres`)
      if (pattern && !pattern.test(value)) return wrong(name, hint ?? 'no tiene el formato requerido')
      return value
    },
    choice: (name, allowed, byDefault) => {
      const value = given(name)
      if (value === undefined) return byDefault === null ? wrong(name, 'es obligatorio') : byDefault
      return (
        allowed.find((item) => item === value) ?? wrong(name, `debe ser uno de estos valores: ${allowed.join(', ')}`)
      )
    },
    count: (name, required) => {
      const value = given(name)
      if (value === undefined) return required ? wrong(name, 'es obligatorio') : null
      if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1)
        return wrong(name, 'debe ser un entero mayor que 0')
      return value
    },
    flag: (name) => {
      const value = given(name) ?? false
      return typeof value === 'boolean' ? value : (wrong(name, 'debe ser true o false') ?? false)
    },
    decimal: (name, { least = 0, most = 99_999_999_999, positive = false, byDefault }) => {
      const value = given(name) ?? byDefault
      if (value === undefined) return wrong(name, 'es obligatorio') ?? ZERO
      if (typeof value !== 'number' || !Number.isFinite(value)) return wrong(name, 'debe ser un número') ?? ZERO
      if (positive && value <= 0) return wrong(name, 'debe ser mayor que 0') ?? ZERO
      if (value < least || value > most) return wrong(name, `debe estar entre ${least} y ${most}`) ?? ZERO
      return decimalOf(value)
    },
  }
}
