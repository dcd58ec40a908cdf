import { UPPER_HALF } from './code-page-858.ts'

const UPPER = new Set(UPPER_HALF.replaceAll(/[\u00ad\u00a0]/g, ''))

/** Near ones for what the code page lacks. */
const NEAR: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '′': "'",
  '″': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '…': '...',
  '•': '·',
  '∙': '·',
  '⁄': '/',
  '™': 'TM',
  '℠': 'SM',
  '№': 'No.',
  '≤': '<=',
  '≥': '>=',
  '≈': '~',
  Œ: 'OE',
  œ: 'oe',
  Ł: 'L',
  ł: 'l',
  Đ: 'D',
  đ: 'd',
  ı: 'i',
}

const isPrintable = (character: string): boolean => (character >= ' ' && character <= '~') || UPPER.has(character)

const plainLetter = (character: string): string =>
  [...character.normalize('NFKD')].filter((part) => !/\p{M}/u.test(part)).join('')

const printable = (character: string): string => {
  if (isPrintable(character)) return character
  const near = NEAR[character]
  if (near !== undefined) return near
  if (/[\s\p{Cc}]/u.test(character)) return ' '
  if (/[\p{M}\p{Cf}]/u.test(character)) return ''
  const plain = plainLetter(character)
  return plain !== '' && [...plain].every(isPrintable) ? plain : '?'
}

/**
 * Text as a receipt printer can write it: what its code page lacks becomes a near character or "?", never silently another letter;
 * control characters become spaces, so that no name of a product can command a printer. One unit of the answer is one cell on paper.
 */
export const printableText = (text: string): string => [...text.normalize('NFC')].map(printable).join('')
