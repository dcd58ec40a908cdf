/** Every story begins at two in the afternoon in El Salvador, in the middle of a month, whatever time it is on this machine. */
const BEGINS_AT = Date.UTC(2026, 10, 18, 20)

export const STORY_OFFSET_MS = BEGINS_AT - Date.now()

/** Moves the clock of the world it runs in, a process or a page, and once; it goes on as before. Must not lean on anything outside it. */
export const moveClock = (offsetMs: number): void => {
  if ('clockMovedMs' in globalThis) return
  const now = (): number => real.now() + offsetMs
  const real = Date
  const moved = new Proxy(real, {
    construct: (_, values: ConstructorParameters<typeof Date> | []) =>
      values.length === 0 ? new real(now()) : new real(...values),
    get: (_, name) => (name === 'now' ? now : Reflect.get(real, name)),
  })
  Object.assign(globalThis, { Date: moved, clockMovedMs: offsetMs })
}
