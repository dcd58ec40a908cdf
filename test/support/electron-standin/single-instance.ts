import { mkdirSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs'
import path from 'node:path'
import { type ProcessLock, takeProcessLock } from '#adapters/sqlite/process-lock.ts'

type Start = { readonly argv: readonly string[]; readonly cwd: string }

let held: ProcessLock | null = null

/**
 * One process a user-data folder, by a lock that dies with it. The process that does not get it leaves a note of its start, before it
 * answers; the one that has it is told of every note.
 */
export const holdSingleInstance = (userData: string, onStart: (start: Start) => void): boolean => {
  held ??= takeProcessLock(path.join(userData, 'single-instance.lock'))
  const notes = path.join(userData, 'second-instance')
  mkdirSync(notes, { recursive: true })
  if (held === null) {
    writeFileSync(path.join(notes, `${process.pid}.part`), JSON.stringify({ argv: process.argv, cwd: process.cwd() }))
    writeFileSync(path.join(notes, `${process.pid}.done`), '')
    return false
  }
  watch(notes, () => {
    for (const name of readdirSync(notes).filter((file) => file.endsWith('.done'))) {
      const note = path.join(notes, name.replace('.done', '.part'))
      rmSync(path.join(notes, name))
      onStart(JSON.parse(readFileSync(note, 'utf8')))
      rmSync(note)
    }
  }).unref()
  return true
}
