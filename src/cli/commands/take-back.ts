import { randomUUID } from 'node:crypto'
import { moneyText } from '#domain/money/decimal.ts'
import { refusal } from '#domain/result/refusal.ts'
import type { Engine } from '#engine/create-engine.ts'
import { type Done, done, refused } from '../command.ts'
import { readJson } from '../read-input.ts'
import { type PartsFile, readParts } from '../read-parts.ts'
import { dollars } from '../show.ts'
import { withPermission } from '../with-permission.ts'
import { told } from './sell.ts'

const read = (file: string) => {
  const input = readJson(file)
  return input.ok ? readParts(input.value) : input
}

/** A credit note over a CCF: of the lines that the file names, or of all that is left. */
export const creditNote = async (
  engine: Engine,
  externalRef: string,
  file: string,
  { waitSeconds, pin }: { readonly waitSeconds: number | null; readonly pin: string | undefined },
): Promise<Done> => {
  const given = read(file)
  if (!given.ok) return refused(given.error)
  const { parts, reason } = given.value
  const method = given.value.method ?? engine.stores.sales.find(externalRef)?.settlement.method ?? '01'
  const noted = withPermission(engine, pin, () =>
    engine.creditSale({ externalRef, parts, reason, method, attemptId: randomUUID() }),
  )
  return noted.ok ? await told(engine, noted.value, waitSeconds) : refused(noted.error)
}

const takeBack = (engine: Engine, externalRef: string, { parts, reason }: PartsFile, pin: string | undefined): Done => {
  if (parts === null) return refused(refusal('parts_missing', 'lines'))
  const returned = withPermission(engine, pin, () =>
    engine.returnGoods({ externalRef, parts, reason, attemptId: randomUUID() }),
  )
  if (!returned.ok) return refused(returned.error)
  const { rest, back } = returned.value
  const value = {
    external_ref: externalRef,
    rest: rest.externalRef,
    rest_total: dollars(rest.totals.total),
    back: back.map(({ method, amount }) => ({ method, amount: dollars(amount) })),
  }
  return done(value, [
    `${externalRef}  se pedirá su anulación`,
    `${rest.externalRef}  ${moneyText(rest.totals.total)}  se emitirá después`,
    ...back.map(({ method, amount }) => `Devuelva ${moneyText(amount)} (CAT-017 ${method})`),
  ])
}

/** Part of an invoice comes back: it is cancelled, and what is kept is issued anew. */
export const returnPart = (engine: Engine, externalRef: string, file: string, pin: string | undefined): Done => {
  const given = read(file)
  return given.ok ? takeBack(engine, externalRef, given.value, pin) : refused(given.error)
}
