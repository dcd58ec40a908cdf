import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')

const tracked = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT, encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '' && existsSync(path.join(ROOT, file)))

const textOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

test('every picture of the README is there, as a PNG under 200 kB', () => {
  const pictures = [...textOf('README.md').matchAll(/\]\((docs\/screenshots\/[\w-]+\.png)\)/g)].map(
    ([, file = '']) => file,
  )
  expect(pictures.length).toBeGreaterThanOrEqual(5)
  for (const file of pictures) {
    expect(readFileSync(path.join(ROOT, file)).subarray(1, 4).toString(), file).toBe('PNG')
    expect(statSync(path.join(ROOT, file)).size, file).toBeLessThan(200_000)
  }
})

test('every link of the guides leads somewhere', () => {
  for (const guide of ['README.md', 'CONTRIBUTING.md', 'src/README.md'])
    for (const [, target = ''] of textOf(guide).matchAll(/\]\((?!https?:)([^)#]+)\)/g))
      expect(existsSync(path.join(ROOT, path.dirname(guide), target)), `${guide} → ${target}`).toBe(true)
})

test('every command that the README names exists', () => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  const named = [...textOf('README.md').matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name)
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

test('nothing built, no other lockfile and nothing large is kept in git', () => {
  expect(tracked.filter((file) => /^(out|demo-out|bench-out|test-results|node_modules)\//.test(file))).toEqual([])
  expect(tracked.filter((file) => /(yarn\.lock|pnpm-lock\.yaml)$/.test(file))).toEqual([])
  const large = tracked.filter((file) => file !== 'package-lock.json' && statSync(path.join(ROOT, file)).size > 250_000)
  expect(large).toEqual([])
})

test('the lockfile names packages and no place to fetch them from', () => {
  expect(textOf('package-lock.json')).not.toMatch(/"resolved": "https?:/)
})

test('the lockfile holds the packages of every platform, without which a fresh clone does not install', () => {
  const { packages } = JSON.parse(textOf('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>
  }
  const wanted = Object.values(packages).flatMap(({ optionalDependencies = {} }) => Object.keys(optionalDependencies))
  const held = new Set(Object.keys(packages).map((place) => place.split('node_modules/').at(-1)))
  expect(wanted.filter((name) => !held.has(name))).toEqual([])
})
