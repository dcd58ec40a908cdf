import path from 'node:path'
import { expect, test } from 'vitest'
import { pageFile } from '../../../src/main/page-file.ts'

const FOLDER = path.resolve('/till/renderer')

test.each([
  ['app://torogoz/', 'index.html'],
  ['app://torogoz/index.html?x=1#y', 'index.html'],
  ['app://torogoz/assets/a%20b.js', 'assets/a b.js'],
])('%s is %s', (address, file) => {
  expect(pageFile(FOLDER, address)).toBe(path.join(FOLDER, file))
})

test.each([
  'app://torogoz/..%2fmain%2findex.js',
  'app://torogoz/..%2frenderer-of-another/index.html',
  'app://torogoz/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  'app://torogoz/index.html%00.js',
  'app://torogoz/%E0%A4%A',
  'app://torogoz.example/index.html',
  'app://another/index.html',
  'not an address',
])('%s is nothing', (address) => {
  expect(pageFile(FOLDER, address)).toBe(null)
})
