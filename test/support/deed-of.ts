import type { DocumentType } from '#domain/document/document-type.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import type { Simulator } from '#simulator/start-simulator.ts'
import { type Act, asType, type Deed } from './every-act.ts'

const DAY_MS = 86_400_000

/** Somebody at a till who can make what an act is about. */
export type Preparing = {
  readonly simulator: Simulator
  /** What is sold next. */
  cart(): OpenSale
  /** Does it and waits until everything is issued; answers with the ref of what came of it. */
  issues(deed: Deed): string | Promise<string>
}

const makes = async (preparing: Preparing, docType: DocumentType): Promise<string> =>
  preparing.issues(
    docType === '05'
      ? { act: 'credit', externalRef: await makes(preparing, '03') }
      : { act: 'sell', sale: asType(docType, preparing.cart()) },
  )

/** The act, ready to be done: about a document of its own that was issued as long ago, by the API's clock, as its row says. */
export const deedOf = async (preparing: Preparing, row: Act): Promise<Deed> => {
  if (row.act === 'sell') return { act: row.act, sale: asType(row.docType, preparing.cart()) }
  const { simulator } = preparing
  simulator.setControls({ clockOffsetMs: -(row.daysAfter ?? 0) * DAY_MS })
  const externalRef = await makes(preparing, row.docType)
  simulator.setControls({ clockOffsetMs: 0 })
  return { act: row.act, externalRef }
}
