import { expect, test } from 'vitest'
import { parsePrinterAddress } from '#adapters/printing/parse-printer-address.ts'

test.each([
  ['none', { kind: 'none' }],
  [' none ', { kind: 'none' }],
  ['tcp://192.168.1.50', { kind: 'tcp', host: '192.168.1.50', port: 9100 }],
  ['tcp://printer.lan:9101', { kind: 'tcp', host: 'printer.lan', port: 9101 }],
  ['tcp://[fe80::1]:9100', { kind: 'tcp', host: 'fe80::1', port: 9100 }],
  ['file:/var/spool/papers', { kind: 'folder', folder: '/var/spool/papers' }],
  ['file:C:\\papers', { kind: 'folder', folder: 'C:\\papers' }],
])('%j is an address', (text, address) => {
  expect(parsePrinterAddress(text)).toEqual(address)
})

test.each([
  '',
  'file:',
  'tcp://',
  'tcp://host:0',
  'tcp://host:70000',
  'tcp://host/path',
  'tcp://u@host',
  'usb://1',
  'host:9100',
])('%j is none', (text) => {
  expect(parsePrinterAddress(text)).toBeNull()
})
