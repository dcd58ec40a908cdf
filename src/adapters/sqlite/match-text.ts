/** What a full-text search matches: every word as a prefix, quoted so that nothing typed is an operator; empty where there is no word. */
export const matchText = (folded: string): string =>
  folded
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => `"${word}"*`)
    .join(' ')
