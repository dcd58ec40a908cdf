import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withheldShare } from '#domain/tax/withheld-share.ts'

test('a note over half of a CCF leaves out half of what was withheld', () => {
  expect(withheldShare({ of: { total: 20_000, withheld: 177 }, notes: [], total: 10_000 })).toBe(89)
})

test('the shares of all notes come to what was withheld, however they are cut', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 0, max: 50_000 }),
      (notes, withheld) => {
        const total = notes.reduce((sum, note) => sum + note, 0)
        const earlier: { total: number; withheld: number }[] = []
        for (const note of notes)
          earlier.push({
            total: note,
            withheld: withheldShare({ of: { total, withheld }, notes: earlier, total: note }),
          })
        expect(earlier.reduce((sum, note) => sum + note.withheld, 0)).toBe(withheld)
      },
    ),
  )
})
