import { expect, test } from 'vitest'
import { DEFAULT_API_URL, isApiKey, parseApiUrl } from '#adapters/ocote/api-url.ts'

test.each([
  [DEFAULT_API_URL, 'https://ocote.io/api/connect'],
  [' https://ocote.io/api/connect/ ', 'https://ocote.io/api/connect'],
  ['https://ocote.io', 'https://ocote.io'],
  ['HTTPS://Ocote.io:8443/x//', 'https://ocote.io:8443/x'],
  ['http://127.0.0.1:4010/api/connect', 'http://127.0.0.1:4010/api/connect'],
  ['http://localhost:4010', 'http://localhost:4010'],
  ['http://[::1]:4010', 'http://[::1]:4010'],
])('%j is the address %s', (text, url) => {
  expect(parseApiUrl(text)).toBe(url)
})

test.each([
  '',
  'ocote.io',
  'http://ocote.io/api/connect',
  'http://192.168.0.10',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'ftp://localhost',
  'file:///etc/passwd',
  'https://user@ocote.io',
  'https://user:secret@ocote.io',
  'https://:secret@ocote.io',
  'https://ocote.io/?key=1',
  'https://ocote.io/#x',
])('%j is no address for the API', (text) => {
  expect(parseApiUrl(text)).toBeNull()
})

test.each(['https://ocote.io/api/connect?', 'https://ocote.io/api/connect#'])(
  '%j is never an address to which a path could be added in vain',
  (text) => {
    expect([null, 'https://ocote.io/api/connect']).toContain(parseApiUrl(text))
  },
)

test('a key is odt_ and 56 small hexadecimal digits', () => {
  const key = `odt_${'0123456789abcdef'.repeat(3)}01234567`
  const almost = [key.slice(0, -1), `${key}0`, key.toUpperCase(), ` ${key}`, `${key}\n`, key.replace('odt', 'ODT'), '']
  expect([key, ...almost].filter(isApiKey)).toEqual([key])
})
