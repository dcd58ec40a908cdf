import { appendFileSync } from 'node:fs'
import type { Failpoint } from '#domain/failpoint/failpoint.ts'

/**
 * What `#failpoint` is under the condition `torogoz-faults`. `TOROGOZ_FAILPOINT=name[:nth]` ends the process there, as a pulled plug would, when
 * the point is reached for the nth time; `TOROGOZ_FAILPOINT_LIST=file` writes down which points were reached.
 */
const [wanted = '', nth = '1'] = (process.env.TOROGOZ_FAILPOINT ?? '').split(':')
const list = process.env.TOROGOZ_FAILPOINT_LIST
const listed = new Set<Failpoint>()
let name: string = wanted
let left = Number(nth)

/** The process ends when it reaches this point next. */
export const dieAt = (point: Failpoint): void => {
  name = point
  left = 1
}

const die = (): void => {
  process.kill(process.pid, 'SIGKILL')
  // The signal may need a moment; until then nothing more may run.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

export const reach = (point: Failpoint): void => {
  if (list !== undefined && !listed.has(point)) {
    listed.add(point)
    appendFileSync(list, `${point}\n`)
  }
  if (point !== name) return
  left -= 1
  if (left === 0) die()
}
