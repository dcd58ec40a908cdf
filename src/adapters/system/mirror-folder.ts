import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { copyDurably, writeDurably } from './durable-file.ts'

const UNFINISHED = /\.part$/
const NOTE = 'mirrored.txt'
/** Of the clocks of file systems, some of which count in steps of two seconds. */
const MARGIN_MS = 60_000

const mirrorSince = (from: string, to: string, since: number): number => {
  const hasNews = statSync(from).mtimeMs > since
  let copied = 0
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)]
    if (entry.isDirectory()) copied += mirrorSince(source, target, since)
    else if (hasNews && entry.isFile() && !UNFINISHED.test(entry.name)) {
      if (statSync(target, { throwIfNoEntry: false })?.size === statSync(source).size) continue
      copyDurably(source, target)
      copied += 1
    }
  }
  return copied
}

const mirroredUntil = (to: string): number => {
  try {
    return Number(readFileSync(path.join(to, NOTE), 'utf8')) || 0
  } catch {
    return 0
  }
}

/**
 * Copies what the other folder lacks of this one; nothing there is changed or removed. A folder where nothing was added since the last time
 * is not looked through again. Names carry their content's hash, so that a file of the same name and size is the same file. Says how many were copied.
 */
export const mirrorFolder = (from: string, to: string): number => {
  if (!existsSync(from)) return 0
  const startsAt = Date.now()
  const copied = mirrorSince(from, to, mirroredUntil(to))
  writeDurably(path.join(to, NOTE), `${startsAt - MARGIN_MS}\n`)
  return copied
}
