import type { TenThousandths } from '../money/decimal.ts'
import type { Unit } from '../sale/line.ts'

/** Something the shop sells. `code` is what is typed or scanned; the price includes VAT. */
export type Product = {
  readonly code: string
  readonly name: string
  readonly category: string
  readonly unit: Unit
  readonly unitPrice: TenThousandths
  /** Index into the palette of tiles, 0–7. */
  readonly tile: number
}

/** Lower case without accents: what a search compares ("Café" and "cafe" are one word; so are "piña" and "pina"). */
export const foldText = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
