import { type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useCallback, useLayoutEffect, useRef } from 'react'
import type { DocumentSummaryView } from '#contract/documents.ts'
import { indexAfterKey, withActive } from './row-keys.ts'

const ROW_PX = 72
const OVERSCAN = 8

type RowKeys = {
  readonly documents: readonly DocumentSummaryView[]
  readonly chosen: string | null
  readonly scroller: RefObject<HTMLElement | null>
  readonly onChoose: (externalRef: string) => void
}

/**
 * Rows of which only those in sight are drawn, and the one that the keyboard is at: it is drawn wherever the list was scrolled to, so that
 * the focus is never lost with it. That row is the list's one tab stop.
 */
export const useRowKeys = ({ documents, chosen, scroller, onChoose }: RowKeys) => {
  const chosenAt = documents.findIndex(({ externalRef }) => externalRef === chosen)
  const active = Math.max(0, chosenAt)
  const isFocusDue = useRef(false)
  /** A row may leave the list under the hand that is on it. */
  const isWithin = useRef(false)
  const virtual = useVirtualizer({
    count: documents.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    rangeExtractor: useCallback((range: Range) => withActive(range, active), [active]),
  })

  const focusRow = () => scroller.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  useLayoutEffect(() => {
    const isLost = isWithin.current && document.activeElement === document.body
    if (!isFocusDue.current && !isLost) return
    isFocusDue.current = false
    focusRow()
  })

  const goTo = (index: number) => {
    const next = documents[index]
    if (next === undefined) return
    virtual.scrollToIndex(index)
    if (next.externalRef === chosen) return focusRow()
    isFocusDue.current = true
    onChoose(next.externalRef)
  }

  return {
    virtual,
    active,
    /** Into the list: to the chosen row, else to the first. */
    enter: () => goTo(active),
    listeners: {
      onFocus: () => {
        isWithin.current = true
      },
      onBlur: () => {
        isWithin.current = false
      },
      onKeyDown: (event: KeyboardEvent) => {
        const inSight = Math.floor((scroller.current?.clientHeight ?? 0) / ROW_PX)
        const next = indexAfterKey(event.key, { at: chosenAt, count: documents.length, inSight })
        if (next === null) return
        event.preventDefault()
        goTo(next)
      },
    },
  }
}
