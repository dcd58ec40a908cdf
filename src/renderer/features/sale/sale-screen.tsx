import { useQuery } from '@tanstack/react-query'
import { type Dispatch, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ProductView, RefusalView } from '#contract/values.ts'
import { openSaleRefusal } from '#domain/sale/sale.ts'
import { totalsOf } from '#domain/sale/totals.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Notice } from '../../ui/notice.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { useSentence } from '../../ui/use-sentence.ts'
import { type Cart, type CartAction, ONE, productLine } from './cart.ts'
import { CartPanel } from './cart-panel.tsx'
import { QuickKeys } from './quick-keys.tsx'
import { type AskedFor, SaleDialogs } from './sale-dialogs.tsx'
import { parseScanEntry } from './scan-entry.ts'
import { SearchBox } from './search-box.tsx'
import { useAnyKey } from './use-any-key.ts'
import { type Scanned, useScanner } from './use-scanner.ts'
import './sale.css'
import './cart.css'

type SaleScreenProps = {
  readonly cart: Cart
  readonly change: Dispatch<CartAction>
  readonly saleNumber: number
  /** Not null when a new sale begins: what was already typed of it while the last one's result was in front. */
  readonly begun: string | null
  readonly onBegun: () => void
  readonly onCharge: () => void
  readonly onDocuments: () => void
  readonly onDay: () => void
  readonly onHelp: () => void
}

type Message =
  | { readonly kind: 'error'; readonly refusal: RefusalView }
  | { readonly kind: 'info'; readonly text: string }

export const SaleScreen = ({ cart, change, saleNumber, begun, onBegun, ...go }: SaleScreenProps) => {
  const { onCharge, onDocuments, onDay, onHelp } = go
  const text = useText()
  const sentence = useSentence()
  const { queries } = useEngine()
  const held = useQuery(queries.sale.held.queryOptions())
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<AskedFor | null>(null)
  const [message, setMessage] = useState<Message | null>(null)
  const typedNow = useRef(typed)
  typedNow.current = typed
  const line = cart.lines[cart.selected]

  useEffect(() => setMessage(cart.refused && { kind: 'error', refusal: cart.refused }), [cart.refused])
  useEffect(() => input.current?.focus(), [])
  // Before the next key can arrive: a scanner leaves no time between two characters.
  useLayoutEffect(() => {
    if (begun === null) return
    setTyped((already) => begun + already)
    onBegun()
  }, [begun, onBegun])
  useEffect(() => {
    if (begun !== null) input.current?.focus()
  }, [begun])

  const add = ({ product, quantity }: Scanned) => {
    setMessage(null)
    if (product.unit === 'kg' && quantity === null) return setAsked({ kind: 'weight', line: productLine(product, 0) })
    change({ kind: 'add', line: productLine(product, quantity ?? ONE) })
  }
  /** What could not be sold goes back into the field, selected, unless something else is being typed already. */
  const giveBack = (back: string) => {
    if (typedNow.current !== '') return
    // At once: a frame later the next scan may have begun behind what was given back.
    flushSync(() => setTyped(back))
    input.current?.focus()
    input.current?.select()
  }
  const scan = useScanner({
    onFound: add,
    onRefused: (refusal, back) => {
      setMessage({ kind: 'error', refusal })
      giveBack(back)
    },
    onMany: giveBack,
  })
  const onEnter = (entered: string, chosen: ProductView | null) => {
    typedNow.current = ''
    setTyped('')
    scan(entered, chosen)
  }
  const charge = () => {
    const refusal = openSaleRefusal(cart)
    if (refusal === null) {
      setMessage(null)
      return onCharge()
    }
    setMessage({ kind: 'error', refusal })
  }
  const onLine = (kind: 'quantity' | 'discount') => line && setAsked({ kind, line })
  const remove = () => change({ kind: 'remove', index: cart.selected })

  useAnyKey(input)
  useKeys([
    ['F1', onHelp],
    ['F2', () => input.current?.select()],
    ['F3', () => onLine('quantity')],
    ['F4', () => onLine('discount')],
    ['F6', () => setAsked({ kind: 'customer' })],
    ['F7', () => setAsked({ kind: 'free_line' })],
    ['F8', () => setAsked({ kind: 'held' })],
    ['F9', onDocuments],
    ['F10', onDay],
    ['F12', charge],
    ['Delete', remove],
    ['ArrowDown', () => change({ kind: 'step', by: 1 })],
    ['ArrowUp', () => change({ kind: 'step', by: -1 })],
    ['Escape', () => setMessage(null)],
  ])

  return (
    <main className="sale">
      <div className="sale-left">
        <SearchBox
          input={input}
          typed={typed}
          onType={setTyped}
          onEnter={onEnter}
          onPick={(product, entered) => {
            setTyped('')
            add({ product, quantity: parseScanEntry(entered).quantity })
          }}
          onStep={(by) => change({ kind: 'step', by })}
          onRemove={remove}
        />
        <div className="sale-message" aria-live="polite">
          {message?.kind === 'error' && (
            <Notice kind="error">
              {sentence(message.refusal)}
              {message.refusal.code === 'buyer_required' && (
                <Button icon="person" shortcut="F6" onClick={() => setAsked({ kind: 'customer' })}>
                  {text('sale.identify')}
                </Button>
              )}
            </Notice>
          )}
          {message?.kind === 'info' && <Notice kind="info">{message.text}</Notice>}
        </div>
        <QuickKeys onPick={(product) => add({ product, quantity: null })} />
        <nav className="sale-actions" aria-label={text('sale.shortcuts')}>
          <Button shortcut="F1" onClick={onHelp}>
            {text('sale.help')}
          </Button>
          <Button shortcut="F6" onClick={() => setAsked({ kind: 'customer' })}>
            {text('sale.customer')}
          </Button>
          <Button shortcut="F7" onClick={() => setAsked({ kind: 'free_line' })}>
            {text('sale.free_line')}
          </Button>
          <Button shortcut="F8" onClick={() => setAsked({ kind: 'held' })}>
            {text('sale.hold')}
            {(held.data?.length ?? 0) > 0 && <span className="count">{held.data?.length}</span>}
          </Button>
          <Button shortcut="F9" onClick={onDocuments}>
            {text('sale.documents')}
          </Button>
        </nav>
      </div>
      <CartPanel
        cart={cart}
        saleNumber={saleNumber}
        onSelect={useCallback((index) => change({ kind: 'select', index }), [change])}
        onQuantity={() => onLine('quantity')}
        onMore={(by) => line && change({ kind: 'quantity', index: cart.selected, quantity: line.quantity + by * ONE })}
        onDiscount={() => onLine('discount')}
        onRemove={remove}
        onCustomer={() => setAsked({ kind: 'customer' })}
        onCharge={charge}
      />
      <SaleDialogs
        asked={asked}
        cart={cart}
        total={totalsOf(cart.lines).total}
        change={change}
        onClose={() => setAsked(null)}
        onSay={(said) => setMessage({ kind: 'info', text: said })}
      />
    </main>
  )
}
