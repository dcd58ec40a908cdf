import { useRef } from 'react'
import type { ProductView, RefusalView } from '#contract/values.ts'
import type { Thousandths } from '#domain/money/decimal.ts'
import { refusal } from '#domain/result/refusal.ts'
import { ask } from '../../ui/ask.ts'
import { useEngine } from '../../ui/engine.ts'
import { isCodeOnly, parseScanEntry } from './scan-entry.ts'

export type Scanned = { readonly product: ProductView; readonly quantity: Thousandths | null }

type ScannerHooks = {
  readonly onFound: (scanned: Scanned) => void
  readonly onRefused: (why: RefusalView, typed: string) => void
  /** A name that several products share: the list should open for a choice. */
  readonly onMany: (typed: string) => void
}

/** Looks up what was entered, one after the other in the order of entry, however fast a scanner types. */
export const useScanner = ({ onFound, onRefused, onMany }: ScannerHooks) => {
  const { client } = useEngine()
  const line = useRef<Promise<void>>(Promise.resolve())

  const lookUp = async (typed: string, chosen: ProductView | null) => {
    const { quantity, text } = parseScanEntry(typed)
    if (quantity !== null && quantity <= 0) return onRefused(refusal('quantity_zero'), typed)
    if (text === '') return
    const found = await ask(client.catalog.find({ code: text }))
    if (found.ok) return onFound({ product: found.value, quantity })
    if (found.error.code !== 'product_unknown') return onRefused(found.error, typed)
    if (chosen !== null) return onFound({ product: chosen, quantity })
    const named = isCodeOnly(text) || text.length < 2 ? [] : await client.catalog.search({ text }).catch(() => [])
    if (named.length > 1) return onMany(typed)
    if (named[0] !== undefined) return onFound({ product: named[0], quantity })
    onRefused(refusal('product_unknown', undefined, { code: text }), typed)
  }

  return (typed: string, chosen: ProductView | null): void => {
    line.current = line.current.then(() => lookUp(typed, chosen))
  }
}
