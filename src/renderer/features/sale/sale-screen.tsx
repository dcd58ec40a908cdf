import { useQuery } from '@tanstack/react-query'
import { type Dispatch, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { ProductView } from '#contract/values.ts'
import { TRAITS } from '#domain/document/document-type.ts'
import { openSaleRefusal } from '#domain/sale/sale.ts'
import { sumsOf } from '#domain/sale/sums.ts'
import { useEngine } from '../../ui/engine.ts'
import { useKeys } from '../../ui/use-keys.ts'
import { type Cart, type CartAction, ONE, productLine } from './cart.ts'
import { CartPanel } from './cart-panel.tsx'
import { PurchasePane } from './purchase-pane.tsx'
import { QuickKeys } from './quick-keys.tsx'
import { SaleActions } from './sale-actions.tsx'
import { type AskedFor, SaleDialogs } from './sale-dialogs.tsx'
import { type Message, SaleMessage } from './sale-message.tsx'
import { parseScanEntry } from './scan-entry.ts'
import { SearchBox } from './search-box.tsx'
import { otherType } from './type-bar.tsx'
import { useAnyKey } from './use-any-key.ts'
import { type Scanned, useScanner } from './use-scanner.ts'
import './sale.css'
import './cart.css'
import './type.css'

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

/** Who is missing is asked for at once. */
const NAMELESS: readonly string[] = ['taxpayer_required', 'identity_required']

export const SaleScreen = ({ cart, change, saleNumber, begun, onBegun, ...go }: SaleScreenProps) => {
  const { onCharge, onDocuments, onDay, onHelp } = go
  const { queries } = useEngine()
  const held = useQuery(queries.sale.held.queryOptions())
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState<AskedFor | null>(null)
  const [message, setMessage] = useState<Message | null>(null)
  const typedNow = useRef(typed)
  typedNow.current = typed
  const line = cart.lines[cart.selected]
  const sums = useMemo(() => sumsOf(cart), [cart])
  const isPurchase = TRAITS[cart.docType].flow === 'out'
  const askFor = (kind: 'customer' | 'held' | 'type') => setAsked({ kind })
  const askForLine = (description = '') => setAsked({ kind: 'free_line', description })

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
    if (isPurchase) return askForLine(product.name)
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
    const isNameless = refusal !== null && NAMELESS.includes(refusal.code)
    setMessage(refusal && !isNameless ? { kind: 'error', refusal } : null)
    if (refusal === null) onCharge()
    else if (isNameless) askFor('customer')
  }
  const onLine = (kind: 'quantity' | 'discount') => line && setAsked({ kind, line })
  const switchType = () => change({ kind: 'type', docType: otherType(cart.docType) })
  const remove = () => change({ kind: 'remove', index: cart.selected })

  useAnyKey(input)
  useKeys([
    ['F1', onHelp],
    ['F2', () => input.current?.select()],
    ['F3', () => onLine('quantity')],
    ['F4', () => onLine('discount')],
    ['F5', switchType],
    ['Shift+F5', () => askFor('type')],
    ['F6', () => askFor('customer')],
    ['F7', () => askForLine()],
    ['F8', () => askFor('held')],
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
        <SaleMessage message={message} onIdentify={() => askFor('customer')} />
        {isPurchase ? (
          <PurchasePane onAdd={() => askForLine()} />
        ) : (
          <QuickKeys onPick={(product) => add({ product, quantity: null })} />
        )}
        <SaleActions
          docType={cart.docType}
          heldCount={held.data?.length ?? 0}
          onHelp={onHelp}
          onCustomer={() => askFor('customer')}
          onFreeLine={() => askForLine()}
          onHeld={() => askFor('held')}
          onDocuments={onDocuments}
        />
      </div>
      <CartPanel
        cart={cart}
        sums={sums}
        saleNumber={saleNumber}
        onSelect={useCallback((index) => change({ kind: 'select', index }), [change])}
        onQuantity={() => onLine('quantity')}
        onMore={(by) => line && change({ kind: 'quantity', index: cart.selected, quantity: line.quantity + by * ONE })}
        onDiscount={() => onLine('discount')}
        onRemove={remove}
        onCustomer={() => askFor('customer')}
        onSwitchType={switchType}
        onChooseType={() => askFor('type')}
        onCharge={charge}
      />
      <SaleDialogs
        asked={asked}
        cart={cart}
        total={sums.totals.total}
        change={change}
        onClose={() => setAsked(null)}
        onSay={(said) => setMessage({ kind: 'info', text: said })}
      />
    </main>
  )
}
