export type LogLevel = 'info' | 'warn' | 'error'

/** One JSON value a line, on standard error: standard output belongs to what was asked for. */
export type Log = (level: LogLevel, event: string, facts?: Readonly<Record<string, unknown>>) => void

const causeOf = (_: string, value: unknown): unknown =>
  value instanceof Error ? { name: value.name, message: value.message, stack: value.stack, cause: value.cause } : value

export const stderrLog: Log = (level, event, facts = {}) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...facts }, causeOf)}\n`)
}
