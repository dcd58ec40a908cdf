import type { Instant } from '#domain/clock/local-time.ts'

/** A ZIP under way. Rejects where the disk takes no more; then it is to be abandoned. */
export type ZipWriter = {
  /** Resolves once the bytes were taken in, so that no two files are in memory at the same time. */
  add(name: string, bytes: Uint8Array, at: Instant): Promise<void>
  /** Whole and in its place when it resolves. */
  finish(): Promise<void>
  /** Leaves nothing behind. */
  abandon(): Promise<void>
}

export type OpenZip = (file: string) => ZipWriter
