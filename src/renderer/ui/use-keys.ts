import { useEffect, useRef } from 'react'

export type Keys = readonly (readonly [key: string, act: () => void])[]

export const isTyping = (): boolean =>
  document.activeElement instanceof HTMLInputElement ||
  document.activeElement instanceof HTMLSelectElement ||
  document.activeElement instanceof HTMLTextAreaElement

export const isDialogOpen = (): boolean => document.querySelector('dialog[open]') !== null

const isFunctionKey = (key: string): boolean => /^F([1-9]|1[02])$/.test(key)

/** "Shift+F5": of the F keys only, for a capital letter is another key by itself. */
const pressed = ({ key, shiftKey }: KeyboardEvent): string => (shiftKey && isFunctionKey(key) ? `Shift+${key}` : key)

/** Keys that work wherever the focus is, as long as no dialog is open. The browser's own meaning of the F keys is taken away. */
export const useKeys = (keys: Keys): void => {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return
      if (isFunctionKey(event.key)) event.preventDefault()
      if (isDialogOpen() || event.defaultPrevented !== isFunctionKey(event.key)) return
      const act = latest.current.find(([key]) => key === pressed(event))?.[1]
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
