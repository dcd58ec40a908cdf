import { expect, test } from 'vitest'
import { isStatusByte, type StatusQuestion, troubleIn } from '#adapters/printing/printer-status.ts'
import { PRINTER_TIMEOUTS, paperTimeoutMs } from '#adapters/printing/tcp-printer.ts'

test.each<[string, Partial<Record<StatusQuestion, number>>, string | null]>([
  ['all well', { 1: 0x12, 2: 0x12, 4: 0x12 }, null],
  ['the drawer open and the roll near its end', { 1: 0x16, 2: 0x12, 4: 0x1e }, null],
  ['the cover open', { 1: 0x1a, 2: 0x16, 4: 0x72 }, 'printer_cover_open'],
  ['no paper', { 1: 0x1a, 2: 0x32, 4: 0x72 }, 'printer_out_of_paper'],
  ['a jammed cutter', { 1: 0x1a, 2: 0x52, 4: 0x12 }, 'printer_not_ready'],
  ['offline for no reason it tells', { 1: 0x1a }, 'printer_not_ready'],
])('%s', (_, answers, code) => {
  const asked = Object.entries(answers).map(([question, byte]) => [Number(question) as StatusQuestion, byte] as const)
  expect(troubleIn(new Map(asked))?.code ?? null).toBe(code)
})

test('flow control and other chatter is no status', () => {
  expect([0x11, 0x13, 0x00, 0x41, 0x92].filter(isStatusByte)).toEqual([])
})

test('the time a paper may take grows with its bytes', () => {
  expect([0, 8000, 80_000].map((bytes) => paperTimeoutMs(bytes, PRINTER_TIMEOUTS))).toEqual([5000, 6000, 15_000])
})
