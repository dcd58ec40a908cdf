const LOOK_EVERY_MS = 50

/** True once the condition holds, false when the time is over; another process may make it hold, so it is looked at again and again. */
export const waitUntil = (condition: () => boolean, withinMs: number): Promise<boolean> =>
  new Promise((resolve) => {
    const endsAt = Date.now() + withinMs
    const look = (): void => {
      if (condition()) resolve(true)
      else if (Date.now() >= endsAt) resolve(false)
      else setTimeout(look, LOOK_EVERY_MS)
    }
    look()
  })
