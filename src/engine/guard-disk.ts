import { diskTroubleIn } from '#adapters/sqlite/disk-trouble.ts'
import { type Refusal, refusal } from '#domain/result/refusal.ts'
import { fail, type Result } from '#domain/result/result.ts'

/** Trouble with the disk is no bug: nothing was saved, and the person is told why. Everything else that is thrown goes on. */
export const guardDisk = <T, E>(work: () => Result<T, E>): Result<T, E | Refusal> => {
  try {
    return work()
  } catch (cause) {
    const code = diskTroubleIn(cause)
    if (code === null) throw cause
    return fail(refusal(code))
  }
}
