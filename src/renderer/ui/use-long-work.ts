import { useEffect, useRef, useState } from 'react'

/** How far a work in steps has come; each step says how many there have been. */
export type LongWork = {
  /** How many so far; null while nothing runs. */
  readonly count: number | null
  /** Runs to the end, or until it is stopped or fails; one at a time. */
  readonly run: (steps: AsyncIterable<number>) => Promise<'done' | 'stopped'>
  readonly stop: () => void
}

/** Work that takes long enough to show how far it is and to be stopped between two steps. It stops when the screen is left. */
export const useLongWork = (): LongWork => {
  const [count, setCount] = useState<number | null>(null)
  const isStopped = useRef(false)
  const stop = () => {
    isStopped.current = true
  }
  useEffect(
    () => () => {
      isStopped.current = true
    },
    [],
  )
  const run = async (steps: AsyncIterable<number>) => {
    isStopped.current = false
    setCount(0)
    try {
      for await (const done of steps) {
        if (isStopped.current) return 'stopped'
        setCount(done)
      }
      return 'done'
    } finally {
      setCount(null)
    }
  }
  return { count, run, stop }
}
