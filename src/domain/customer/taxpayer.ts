import { parseNit } from './nit.ts'

/** 1 small, 2 medium, 3 large, 4 government. Source: Ocote API contract, §3. */
export const CONTRIBUTORS = [1, 2, 3, 4] as const
export type Contributor = (typeof CONTRIBUTORS)[number]

/** Who is registered for VAT, as a crédito fiscal must name them. */
export type Taxpayer = {
  /** 14 digits, or the nine of the holder's DUI. */
  readonly nit: string
  /** 2–8 digits. */
  readonly nrc: string
  readonly contributor: Contributor
}

const NRC = /^\d{2,8}$/

/** Digits only; null where it is no NRC. Only its form can be checked. */
export const parseNrc = (text: string): string | null => {
  const digits = text.replaceAll(/[\s-]/g, '')
  return NRC.test(digits) && !/^0+$/.test(digits) ? digits : null
}

/** Numbers in their official form; those that are not valid stay as they were typed. */
export const tidyTaxpayer = ({ nit, nrc, contributor }: Taxpayer): Taxpayer => ({
  nit: parseNit(nit)?.digits ?? nit.trim(),
  nrc: parseNrc(nrc) ?? nrc.trim(),
  contributor,
})
