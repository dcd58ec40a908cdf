import type { DocumentState } from '#domain/document/document-state.ts'
import { aCart } from '#support/a-cart.ts'
import { deedOf } from '#support/deed-of.ts'
import { type Deed, EVERY_ACT } from '#support/every-act.ts'
import { CANCELLING } from '#support/taken-back.ts'
import type { SoldFacts } from '#support/till-messages.ts'
import type { Day } from './trading-day.ts'

type Trading = Day & {
  does(act: string, deed: Deed): Promise<SoldFacts | null>
  become(sold: Pick<SoldFacts, 'externalRef'>, state: DocumentState): Promise<void>
  printed(sold: SoldFacts): Promise<void>
}

/** 226.00: a large buyer withholds from it. */
const PAPER = () => aCart().with('Resma carta Ejemplo', { price: '56.50', quantity: '4' })

const nameOf = (deed: Deed): string =>
  EVERY_ACT.find(({ act, docType }) => act === deed.act && (deed.act !== 'sell' || docType === deed.sale.docType))
    ?.name ?? deed.act

/** Every act of every type, each about a document of its own; a part of an invoice comes back while the shop is offline. */
export const tradeEveryType = async ({ simulator, say, does, become, printed }: Trading): Promise<void> => {
  const issues = async (deed: Deed): Promise<string> => {
    const sold = await does(nameOf(deed), deed)
    if (!sold) throw new Error('nothing came of it')
    await become(sold, 'stamped')
    await printed(sold)
    return sold.externalRef
  }
  say('18:30  Every other type of document, and everything that is done with one')
  for (const row of EVERY_ACT) {
    const deed = await deedOf({ simulator, cart: PAPER, issues }, row)
    simulator.setControls({ shopOffline: row.act === 'returnPart' })
    const made = await does(row.name, deed)
    if (made) await printed(made)
    simulator.setControls({ shopOffline: false })
    if ('externalRef' in deed && CANCELLING.includes(deed.act)) await become(deed, 'cancelled')
    if (made) await become(made, 'stamped')
  }
}
