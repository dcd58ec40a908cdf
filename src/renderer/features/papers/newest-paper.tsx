import { useEffect, useRef, useState } from 'react'
import type { VirtualPaperView } from '#contract/printing.ts'
import { localTime } from '#domain/clock/local-time.ts'
import { useText } from '../../i18n/use-text.ts'
import { usePapers } from '../../ui/live.ts'
import { isDialogOpen } from '../../ui/use-keys.ts'
import './papers.css'

const STAYS_MS = 6_000

/**
 * Training: a paper that has just come out slides in at the edge for a while; a touch opens them all. Not while a dialog is open:
 * the result view shows the paper itself.
 */
export const NewestPaper = ({ onOpen }: { readonly onOpen: () => void }) => {
  const text = useText()
  const newest = usePapers(true).at(-1)
  const seen = useRef<number | null>(newest?.number ?? null)
  const [shown, setShown] = useState<VirtualPaperView | null>(null)
  useEffect(() => {
    if (newest === undefined || seen.current === newest.number) return
    const isOld = seen.current === null && Date.now() - newest.at > STAYS_MS
    seen.current = newest.number
    if (isOld || isDialogOpen()) return
    setShown(newest)
  }, [newest])
  useEffect(() => {
    if (shown === null) return
    const timer = setTimeout(() => setShown(null), STAYS_MS)
    return () => clearTimeout(timer)
  }, [shown])
  if (shown === null) return null
  const name = text('printing.paper_number', { number: shown.number, time: localTime(shown.at) })
  return (
    <button
      type="button"
      className="newest-paper"
      aria-label={name}
      onClick={() => {
        setShown(null)
        onOpen()
      }}
    >
      <img src={shown.picture} alt="" />
    </button>
  )
}
