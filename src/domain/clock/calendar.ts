import type { LocalDate } from './local-time.ts'

type Parts = { readonly year: number; readonly month: number; readonly day: number }

const partsOf = (date: LocalDate): Parts => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return { year, month, day }
}

const dateOf = ({ year, month, day }: Parts): LocalDate =>
  [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const daysIn = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** The same day so many months later, or that month's last. */
export const monthsAfter = (date: LocalDate, months: number): LocalDate => {
  const { year, month, day } = partsOf(date)
  const index = year * 12 + month - 1 + months
  const then = { year: (index - (index % 12)) / 12, month: (index % 12) + 1 }
  const last = daysIn(then.year, then.month)
  if (day > last) return dateOf({ ...then, day: last })
  return dateOf({ ...then, day })
}

export const dayAfter = (date: LocalDate): LocalDate => {
  const { year, month, day } = partsOf(date)
  if (day < daysIn(year, month)) return dateOf({ year, month, day: day + 1 })
  return month < 12 ? dateOf({ year, month: month + 1, day: 1 }) : dateOf({ year: year + 1, month: 1, day: 1 })
}
