/** One value that outlives the screen and that every tab of this till shares. */
export type Kept<T> = {
  /** What any tab wrote last; the same object for as long as no other tab wrote. */
  readonly read: () => T | null
  readonly write: (value: T | null) => void
  /** Calls back when another tab wrote. */
  readonly onOtherTab: (listener: () => void) => () => void
}

const parsed = (raw: string | null): unknown => {
  try {
    return JSON.parse(raw ?? 'null')
  } catch {
    return null
  }
}

/**
 * Kept in `localStorage`. What cannot be read any more is not guessed at, and a full or forbidden storage costs the safety of a reload,
 * not the value: it lives on as long as the screen.
 */
export const keepUnder = <T>(
  key: string,
  parse: (kept: unknown) => T | null,
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = () => localStorage,
): Kept<T> => {
  const stored = (): string | null => {
    try {
      return storage().getItem(key)
    } catch {
      return null
    }
  }
  let seen = stored()
  let value = parse(parsed(seen))
  return {
    read: () => {
      const raw = stored()
      if (raw !== seen) {
        seen = raw
        value = parse(parsed(raw))
      }
      return value
    },
    write: (next) => {
      value = next
      try {
        if (next === null) storage().removeItem(key)
        else storage().setItem(key, JSON.stringify(next))
      } catch {
        // The value stays in memory.
      }
      seen = stored()
    },
    onOtherTab: (listener) => {
      const onStorage = (event: StorageEvent) => {
        if (event.key === key || event.key === null) listener()
      }
      window.addEventListener('storage', onStorage)
      return () => window.removeEventListener('storage', onStorage)
    },
  }
}
