import type { Instant } from '#domain/clock/local-time.ts'

/** Named JSON values, and the mark that this installation was born with. */
export type SettingsStore = {
  read(name: string): unknown
  write(name: string, value: unknown): void
  /** The installation's tag: `tag` is used where there is none yet. */
  installationTag(tag: () => string, now: Instant): string
}
