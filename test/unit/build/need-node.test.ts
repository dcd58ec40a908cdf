import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, test } from 'vitest'

const GUARD = path.resolve(import.meta.dirname, '../../../build/bin/need-node.mjs')

const runOn = (version: string) => {
  const pretend = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'${version}'}})`
  const { status, stderr } = spawnSync(process.execPath, ['--import', pretend, GUARD], { encoding: 'utf8' })
  return { status, lines: stderr.trim() === '' ? 0 : stderr.trim().split('\n').length, names: stderr.includes(version) }
}

test.each(['18.20.0', '20.20.2', '22.17.1'])(
  'Node %s is told in one line what is needed, instead of a crash',
  (version) => {
    expect(runOn(version)).toEqual({ status: 2, lines: 1, names: true })
  },
)

test.each(['22.18.0', '24.21.0', '26.0.0'])('Node %s goes on without a word', (version) => {
  expect(runOn(version)).toEqual({ status: 0, lines: 0, names: false })
})
