import path from 'node:path'
import { type ProcessLock, takeProcessLock } from '#adapters/sqlite/process-lock.ts'

/** One till with a screen on a data folder at a time; null where another has it. */
export const takeTillLock = (dataFolder: string): ProcessLock | null =>
  takeProcessLock(path.join(dataFolder, 'till.lock'))

/** One simulator on a training folder at a time, as its memory is one file; null where another has it. */
export const takeTrainingLock = (dataFolder: string): ProcessLock | null =>
  takeProcessLock(path.join(dataFolder, 'simulator.lock'))
