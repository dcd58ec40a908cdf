import { useEffect, useState } from 'react'

/** Longer than a scanner takes between two characters, shorter than anyone notices. */
const SETTLE_MS = 120

/** What is typed, once nothing more comes for a moment. */
export const useSettled = (value: string): string => {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), value === '' ? 0 : SETTLE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
