/** What the standard fonts have besides Latin-1 (Windows-1252). */
const EXTRAS = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'

const REPLACEMENTS: Readonly<Record<string, string>> = { '−': '–', '\u2009': ' ', '\u202f': ' ', '\t': ' ', '\n': ' ' }

const isPrintable = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0
  return (code >= 0x20 && code < 0x7f) || (code >= 0xa0 && code <= 0xff) || EXTRAS.includes(character)
}

/** The text with a '?' for each character that the PDF's standard fonts cannot show; accents and ñ stay. */
export const printable = (text: string): string =>
  [...text.normalize('NFC')]
    .map((character) => REPLACEMENTS[character] ?? (isPrintable(character) ? character : '?'))
    .join('')
