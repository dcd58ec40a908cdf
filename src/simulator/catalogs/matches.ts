const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim()

/** Rows that a catalogue answers with at most. Source: Ocote API contract, §2. */
export const MOST_ROWS = 50

/** Whether one of the texts contains the search, whatever its accents and capitals; an empty search matches everything. */
export const matches = (search: string, ...texts: readonly string[]): boolean => {
  const wanted = folded(search)
  return texts.some((text) => folded(text).includes(wanted))
}
