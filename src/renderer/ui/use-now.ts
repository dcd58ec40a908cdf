import { useEffect, useState } from 'react'

/** The time of day, refreshed as often as a screen needs it. */
export const useNow = (everyMs = 10_000): number => {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
