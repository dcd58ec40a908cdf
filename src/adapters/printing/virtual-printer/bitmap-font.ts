import { readFileSync } from 'node:fs'

export const GLYPH_WIDTH = 12
export const GLYPH_HEIGHT = 24

const FIRST_CODE = 0x20
const GLYPHS = 0x100 - FIRST_CODE
const GLYPH_BYTES = (GLYPH_WIDTH * GLYPH_HEIGHT) / 8

export type BitmapFont = {
  /** Whether a character of code page 858 has ink at a dot: 0 ≤ x < 12, 0 ≤ y < 24. */
  hasInk(code: number, x: number, y: number): boolean
}

/** Reads the glyphs of resources/fonts (its README tells the format). Throws where the file is not there or not one. */
export const readBitmapFont = (file: string): BitmapFont => {
  const bytes = readFileSync(file)
  if (bytes.length !== GLYPHS * GLYPH_BYTES) throw new Error(`${file} is no 12 × 24 font`)
  return {
    hasInk: (code, x, y) => {
      const bit = y * GLYPH_WIDTH + x
      const byte = bytes[(code - FIRST_CODE) * GLYPH_BYTES + (bit >> 3)] ?? 0
      return code >= FIRST_CODE && (byte & (0x80 >> (bit & 7))) !== 0
    },
  }
}
