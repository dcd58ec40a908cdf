import type { DocumentState } from '#domain/document/document-state.ts'
import { aCart } from '#support/a-cart.ts'
import { asType, type Deed } from '#support/every-act.ts'
import type { SoldFacts } from '#support/till-messages.ts'
import type { Day } from './trading-day.ts'

type Trading = Day & {
  sell(): Promise<SoldFacts>
  does(what: string, deed: Deed): Promise<SoldFacts | null>
  become(sold: SoldFacts, state: DocumentState): Promise<void>
  printed(sold: SoldFacts): Promise<void>
}

const DAYS_MS = 3 * 86_400_000

/** 226.00: a large buyer withholds from it. */
const PAPER = () => aCart().with('Resma carta Ejemplo', { price: '56.50', quantity: '4' })

const made = (sold: SoldFacts | null): SoldFacts => {
  if (!sold) throw new Error('nothing came of it')
  return sold
}

/** Each type that is not an invoice, and each act after it, one of them offline and one too late. */
export const tradeEveryType = async (day: Trading): Promise<void> => {
  const { simulator, say, does, become, printed } = day
  const stamps = async (what: string, deed: Deed): Promise<SoldFacts> => {
    const sold = made(await does(what, deed))
    await become(sold, 'stamped')
    return sold
  }
  const sells = (what: string, docType: '03' | '11' | '14') =>
    stamps(what, { act: 'sell', sale: asType(docType, PAPER()) })

  say('18:30  Crédito fiscal, export, and a purchase from a person without NRC')
  const ccf = await sells('CCF', '03')
  await sells('export', '11')
  await sells('purchase', '14')

  say('18:45  One of the reams of the crédito fiscal comes back')
  await stamps('note', { act: 'credit', externalRef: ccf.externalRef })

  say('19:00  Part of an invoice comes back while the shop is offline')
  const invoice = await day.sell()
  await become(invoice, 'stamped')
  await printed(invoice)
  simulator.setControls({ shopOffline: true })
  const rest = made(await does('rest', { act: 'returnPart', externalRef: invoice.externalRef }))
  await printed(rest)
  simulator.setControls({ shopOffline: false })
  await become(invoice, 'cancelled')
  await become(rest, 'stamped')

  say('19:15  A crédito fiscal and a purchase are cancelled in time, another crédito fiscal three days too late')
  for (const docType of ['03', '14'] as const) {
    const sold = await sells(docType, docType)
    await printed(sold)
    await does('cancel', { act: 'cancel', externalRef: sold.externalRef })
    await become(sold, 'cancelled')
  }
  const late = await sells('late CCF', '03')
  await printed(late)
  simulator.setControls({ clockOffsetMs: DAYS_MS })
  await does('cancel', { act: 'cancel', externalRef: late.externalRef })
  await become(late, 'cancelled')
  simulator.setControls({ clockOffsetMs: 0 })
}
