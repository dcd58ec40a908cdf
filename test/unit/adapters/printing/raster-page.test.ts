import { expect, test } from 'vitest'
import { stackPages, thresholdPage } from '#adapters/printing/raster-page.ts'

const WHITE = Array.from<number>({ length: 8 }).fill(255)

test('a half-inked dot, as at the edge of a thin stroke, is ink; a quarter is not; blank rows at the end go', () => {
  const grey = Uint8Array.from([...WHITE, 0, 128, 150, 191, 255, 255, 255, 0, ...WHITE, ...WHITE])
  expect(thresholdPage(grey, 8, 4)).toEqual({ width: 8, height: 2, data: Uint8Array.of(0, 0b11100001) })
})

test('a page without ink has no height, and no gap in a stack', () => {
  const blank = thresholdPage(Uint8Array.from(WHITE), 8, 1)
  const inked = { width: 8, height: 1, data: Uint8Array.of(0xff) }
  expect(blank.height).toBe(0)
  expect(stackPages([inked, blank, inked], 8, 2)).toEqual({
    width: 8,
    height: 4,
    data: Uint8Array.of(0xff, 0, 0, 0xff),
  })
  expect(stackPages([blank], 8, 2)).toEqual({ width: 8, height: 0, data: new Uint8Array() })
})
