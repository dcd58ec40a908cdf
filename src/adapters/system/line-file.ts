import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { writeDurably } from './durable-file.ts'

/** A text file that lines are added to. One that was cut short by the end of a process is told by its reader. */
export const lineFile = (file: string) => ({
  read: (): readonly string[] =>
    existsSync(file)
      ? readFileSync(file, 'utf8')
          .split('\n')
          .filter((line) => line !== '')
      : [],
  /** Begins on a line of its own, whatever the last one came to. Not flushed: what it guards against is not the power. */
  append: (lines: readonly string[]): void =>
    appendFileSync(file, lines.map((line) => `\n${line}`).join(''), { mode: 0o600 }),
  replace: (lines: readonly string[]): void => writeDurably(file, lines.map((line) => `\n${line}`).join('')),
})
