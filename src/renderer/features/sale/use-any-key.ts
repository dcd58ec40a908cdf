import { type RefObject, useEffect } from 'react'
import { isDialogOpen, isTyping } from '../../ui/use-keys.ts'

/** Whatever is typed or scanned while no field has the focus lands in the search field. */
export const useAnyKey = (input: RefObject<HTMLInputElement | null>): void => {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.key.length !== 1 || event.key === ' ') return
      if (isDialogOpen() || isTyping()) return
      input.current?.focus()
    }
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [input])
}
