import { z } from 'zod'
import { month } from '#contract/month.ts'
import { UsageError } from './command.ts'

/** A day of the calendar as it was typed, "2026-11-22"; null where none was. */
export const readDate = (text: string | undefined, option: string): string | null => {
  if (text === undefined) return null
  const date = z.iso.date().safeParse(text)
  if (!date.success) throw new UsageError(`${option}: YYYY-MM-DD`)
  return date.data
}

/** A month of the calendar as it was typed, "2026-11"; null where none was. */
export const readMonth = (text: string | undefined): string | null => {
  if (text === undefined) return null
  const asked = month.safeParse(text)
  if (!asked.success) throw new UsageError('--month: YYYY-MM')
  return asked.data
}
