import { execFileSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'

/** Why this machine cannot have a disk of so many bytes of its own, or null where it can. */
export const whyNoSmallDisk = (): string | null => {
  if (process.platform !== 'linux') return 'only Linux has a tmpfs'
  return process.getuid?.() === 0 ? null : 'mounting a tmpfs needs root'
}

export type SmallDisk = {
  /** Writes until there is no room left. */
  fill(): void
  /** Takes away what filled it. */
  empty(): void
  mountAs(how: 'ro' | 'rw'): void
  unmount(): void
}

const mount = (...args: readonly string[]): void => {
  execFileSync('mount', args, { stdio: 'pipe' })
}

const BLOCK = Buffer.alloc(4_096, 1)

/** A disk of its own, in memory, on a folder that is there. */
export const mountSmallDisk = (folder: string, megabytes: number): SmallDisk => {
  mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'torogoz-faults', folder)
  const ballast = path.join(folder, 'ballast')
  return {
    fill: () => {
      const file = openSync(ballast, 'a')
      try {
        for (;;) writeSync(file, BLOCK)
      } catch {
        closeSync(file)
      }
    },
    empty: () => rmSync(ballast, { force: true }),
    mountAs: (how) => mount('-o', `remount,${how}`, folder),
    unmount: () => {
      execFileSync('umount', ['-l', folder], { stdio: 'pipe' })
    },
  }
}
