import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import type { ProductView } from '#contract/values.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { unitPriceText } from '../../ui/dollars.ts'
import { Empty } from '../../ui/empty.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Notice } from '../../ui/notice.tsx'

const KEPT_MS = 60_000

type TilesProps = { readonly category: string; readonly onPick: (product: ProductView) => void }

const Tiles = ({ category, onPick }: TilesProps) => {
  const text = useText()
  const { queries } = useEngine()
  const keys = useQuery(queries.catalog.quickKeys.queryOptions({ input: { category }, staleTime: KEPT_MS }))
  if (keys.isError)
    return (
      <Notice kind="error">
        {text('sale.catalog_failed')}
        <Button onClick={() => keys.refetch()}>{text('common.retry')}</Button>
      </Notice>
    )
  if (keys.data?.length === 0)
    return (
      <Empty icon="box" title={text('sale.no_products')}>
        {text('sale.no_products_detail')}
      </Empty>
    )
  return (
    <div className="tiles" role="tabpanel" aria-label={category} aria-busy={keys.isPending}>
      {(keys.data ?? []).map((product) => (
        <button
          key={product.code}
          type="button"
          className={`tile tile-${product.tile}`}
          onClick={() => onPick(product)}
        >
          <span className="tile-name">{product.name}</span>
          <span className="tile-price">
            {product.unit === 'kg'
              ? text('sale.per_kg', { price: unitPriceText(product.unitPrice) })
              : unitPriceText(product.unitPrice)}
          </span>
        </button>
      ))}
      {keys.isPending && [0, 1, 2, 3, 4, 5, 6, 7].map((ghost) => <div key={ghost} className="tile tile-ghost" />)}
    </div>
  )
}

/** The shop's best sellers by category, one touch each. */
export const QuickKeys = ({ onPick }: { readonly onPick: (product: ProductView) => void }) => {
  const text = useText()
  const { queries } = useEngine()
  const categories = useQuery(queries.catalog.categories.queryOptions({ staleTime: KEPT_MS }))
  const [wanted, setWanted] = useState<string | null>(null)
  const known = categories.data ?? []
  const current = wanted !== null && known.includes(wanted) ? wanted : known[0]

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = current === undefined ? undefined : known[known.indexOf(current) + by]
    if (by === 0 || next === undefined) return
    setWanted(next)
    const tabs = event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')
    tabs[known.indexOf(next)]?.focus()
  }

  return (
    <>
      <div className="tabs" role="tablist" aria-label={text('sale.categories')} onKeyDown={onKeyDown}>
        {known.map((category) => (
          <button
            key={category}
            type="button"
            role="tab"
            className="tab"
            aria-selected={category === current}
            tabIndex={category === current ? 0 : -1}
            onClick={() => setWanted(category)}
          >
            {category}
          </button>
        ))}
      </div>
      <div className="tiles-scroll">
        {current !== undefined && <Tiles key={current} category={current} onPick={onPick} />}
        {categories.isError && (
          <Notice kind="error">
            {text('sale.catalog_failed')}
            <Button onClick={() => categories.refetch()}>{text('common.retry')}</Button>
          </Notice>
        )}
        {categories.data?.length === 0 && (
          <Empty icon="box" title={text('sale.no_products')}>
            {text('sale.no_products_detail')}
          </Empty>
        )}
      </div>
    </>
  )
}
