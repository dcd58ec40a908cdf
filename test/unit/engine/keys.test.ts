import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { environmentKey } from '#adapters/secrets/environment-key.ts'
import { fileKey, type Seal } from '#adapters/secrets/file-key.ts'
import { openKeys } from '#engine/keys.ts'
import { aFolder } from '../application/a-till.ts'

const KEY = `odt_${'a1'.repeat(28)}`
const OTHER = `odt_${'b2'.repeat(28)}`
const backwards: Seal = {
  kind: 'safe_storage',
  close: (key) => [...key].reverse().join(''),
  open: (sealed) => [...sealed].reverse().join(''),
}

const seen = (keys: ReturnType<typeof openKeys>) => [keys.read(), keys.store()]

test('without a key anywhere there is none', () => {
  expect(seen(openKeys([]))).toEqual([null, 'none'])
  expect(seen(openKeys([fileKey(path.join(aFolder(), 'api-key'))]))).toEqual([null, 'none'])
})

test('a key is kept in a file that only its owner may read, and found at the next start', () => {
  const file = path.join(aFolder(), 'api-key')
  const keys = openKeys([fileKey(file)])
  expect(keys.write(KEY)).toBe(true)
  expect(seen(keys)).toEqual([KEY, 'file'])
  expect([readFileSync(file, 'utf8'), statSync(file).mode & 0o777]).toEqual([`${KEY}\n`, 0o600])
  expect(seen(openKeys([fileKey(file)]))).toEqual([KEY, 'file'])
})

test('a file that others could read is closed to them at the next writing', () => {
  const file = path.join(aFolder(), 'api-key')
  writeFileSync(file, KEY)
  chmodSync(file, 0o644)
  fileKey(file).write(OTHER)
  expect(statSync(file).mode & 0o777).toBe(0o600)
})

test('the safest place wins, for reading and for keeping', () => {
  const folder = aFolder()
  const [sealed, plain] = [path.join(folder, 'sealed'), path.join(folder, 'plain')]
  writeFileSync(plain, OTHER)
  const keys = openKeys([fileKey(sealed, backwards), fileKey(plain)])
  expect(seen(keys)).toEqual([OTHER, 'file'])
  keys.write(KEY)
  expect(seen(keys)).toEqual([KEY, 'safe_storage'])
  expect([readFileSync(sealed, 'utf8').trim(), readFileSync(plain, 'utf8')]).toEqual([
    [...KEY].reverse().join(''),
    OTHER,
  ])
})

test('a key of the environment is used as long as it is there, and never written over', () => {
  const file = path.join(aFolder(), 'api-key')
  const keys = openKeys([environmentKey(KEY), fileKey(file)])
  expect(keys.write(OTHER)).toBe(true)
  expect(seen(keys)).toEqual([KEY, 'environment'])
  expect(seen(openKeys([fileKey(file)]))).toEqual([OTHER, 'file'])
})

test('what is no key, or cannot be opened, is none', () => {
  const file = path.join(aFolder(), 'api-key')
  const broken: Seal = {
    ...backwards,
    open: () => {
      throw new Error('sealed on another machine')
    },
  }
  writeFileSync(file, 'odt_short')
  expect([seen(openKeys([fileKey(file)])), seen(openKeys([fileKey(file, broken)]))]).toEqual([
    [null, 'none'],
    [null, 'none'],
  ])
})

test('a place that cannot be written to is passed over', () => {
  const folder = aFolder()
  const nowhere = fileKey(path.join(folder, 'missing', 'api-key'))
  expect(nowhere.write(KEY)).toBe(false)
  expect([
    openKeys([nowhere]).write(KEY),
    openKeys([nowhere, fileKey(path.join(folder, 'api-key'))]).write(KEY),
  ]).toEqual([false, true])
})
