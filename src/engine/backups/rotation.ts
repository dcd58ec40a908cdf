const DAY_MS = 86_400_000
/** 1970-01-01 was a Thursday: weeks begin on Mondays. */
const DAYS_BEFORE_MONDAY = 3

const stampIn = (name: string): string => /\d{8}-\d{6}/.exec(name)?.[0] ?? name

const weekOf = (stamp: string): string => {
  const day = Date.UTC(Number(stamp.slice(0, 4)), Number(stamp.slice(4, 6)) - 1, Number(stamp.slice(6, 8))) / DAY_MS
  return String(Math.floor((day + DAYS_BEFORE_MONDAY) / 7))
}

/** The six newest, whenever they were made, and the newest of each of the last 24 hours, 14 days and 8 weeks that have one. */
const KEPT: readonly { readonly most: number; readonly of: (stamp: string) => string }[] = [
  { most: 6, of: (stamp) => stamp },
  { most: 24, of: (stamp) => stamp.slice(0, 11) },
  { most: 14, of: (stamp) => stamp.slice(0, 8) },
  { most: 8, of: weekOf },
]

/** Which backups may go. Those that are `needed` stay whatever their names say: one just made by a clock that was set back, or one to go back to. */
export const backupsToDrop = (newestFirst: readonly string[], needed: readonly string[]): readonly string[] => {
  const kept = new Set(needed)
  for (const { most, of } of KEPT) {
    const periods = new Set<string>()
    for (const name of newestFirst) {
      const period = of(stampIn(name))
      if (periods.has(period)) continue
      if (periods.size === most) break
      periods.add(period)
      kept.add(name)
    }
  }
  return newestFirst.filter((name) => !kept.has(name))
}
