import { describe, expect, test } from 'vitest'
import { BAND_ROWS, drawerPulse, rasterCommands } from '#adapters/printing/escpos-commands.ts'
import { encodePaper } from '#adapters/printing/escpos-encoder.ts'
import type { PaperBlock } from '#domain/ticket/paper-block.ts'

const PREAMBLE = '1b40 1c2e 1b7413'
const END = '1b6100 1b2100 0a0a0a0a0a 1d5601'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const joined = (text: string): string => text.replaceAll(/\s/g, '')

const encoded = (...blocks: PaperBlock[]): string => hex(encodePaper(blocks, null, 384))
const asPaper = (...bytes: string[]): string => joined([PREAMBLE, ...bytes, END].join(''))

describe('a paper as bytes', () => {
  test('begins from a cleared printer in code page 858 and ends with a feed and a cut', () => {
    expect(encoded()).toBe(asPaper())
  })

  test('Spanish is written in code page 858, what it lacks as something near, nothing as another letter', () => {
    const block: PaperBlock = { kind: 'rows', rows: ['áéíóúñÑ¿¡üÜ°€ª', '…–ж'], bold: false }
    expect(encoded(block)).toBe(asPaper('1b6100 1b2100 1b4500', 'a082a1a2a3a4a5a8ad819af8d5a6 0a', '2e2e2e2d3f 0a'))
  })

  test('large text is centred, bold after its size (which ends bold), and kept apart from the next row', () => {
    const block: PaperBlock = { kind: 'text', text: 'AB', align: 'center', size: 'double', bold: true }
    expect(encoded(block)).toBe(asPaper('1b6101 1b2100 1b2130 1b4501 1b333c 4142 0a 1b32'))
  })

  test('a rule is as wide as the paper', () => {
    expect(encoded({ kind: 'rule' })).toBe(asPaper('1b6100 1b2100 1b4500', 'c4'.repeat(32), '0a'))
  })

  test('a name cannot command the printer', () => {
    const block: PaperBlock = { kind: 'rows', rows: ['\u001bp\u0000\u0019\u00fa'], bold: false }
    expect(encoded(block)).toBe(asPaper('1b6100 1b2100 1b4500', '207020 20a3 0a'))
  })

  test('a QR is made by the printer: model 2, level M, its modules as large as the paper allows', () => {
    const block: PaperBlock = { kind: 'qr', data: 'x'.repeat(118) }
    const commands = ['1d286b0400314132 00', '1d286b03003143 06', '1d286b03003145 31']
    const store = `1d286b7900315030 ${'78'.repeat(118)}`
    expect(encoded(block)).toBe(asPaper('1b6101 1b2100 0a', ...commands, store, '1d286b03003151 30', '0a'))
    const crowded = encoded({ kind: 'qr', data: 'x'.repeat(600) })
    expect(crowded).toContain(joined('1d286b03003143 03'))
  })
})

test('a picture goes out in bands', () => {
  const data = Uint8Array.from({ length: 72 * 300 }, (_, index) => index & 255)
  const bytes = rasterCommands({ width: 576, height: 300, data })
  const second = 8 + 72 * BAND_ROWS
  expect(hex(bytes.subarray(0, 8))).toBe(joined('1d763000 4800 0001'))
  expect(hex(bytes.subarray(second, second + 8))).toBe(joined('1d763000 4800 2c00'))
  expect(Buffer.concat([bytes.subarray(8, second), bytes.subarray(second + 8)])).toEqual(Buffer.from(data))
})

test('the drawer opens by a pulse with both its times', () => {
  expect(hex(drawerPulse())).toBe('1b700019fa')
})
