import type { Refusal } from '#domain/result/refusal.ts'
import { ok, type Result } from '#domain/result/result.ts'
import type { Parts } from '../assemble-parts.ts'
import { implementer } from './implement-contract.ts'
import { mutable } from './mutable.ts'

type Needs = Pick<
  Parts,
  | 'documentList'
  | 'cancelDocument'
  | 'creditSale'
  | 'returnGoods'
  | 'settleDue'
  | 'giveUpNote'
  | 'documentChanged'
  | 'guardDisk'
  | 'permission'
  | 'line'
>

/** What is done with documents after they were issued. Cancelling and taking back need a reason, and the supervisor's PIN where there is one. */
export const returnHandlers = (parts: Needs) => {
  const { documentList, cancelDocument, creditSale, returnGoods, settleDue, giveUpNote, guardDisk, permission, line } =
    parts
  const summary = (externalRef: string) => {
    const found = documentList.summary(externalRef)
    if (!found) throw new Error(`no document ${externalRef}`)
    return found
  }
  /** Does it where it is permitted, and tells of every document that it touched. */
  const permitted = <T>(
    pin: string | undefined,
    act: () => Result<T, Refusal>,
    touched: (value: T) => readonly string[],
  ): Result<T, Refusal> => {
    const allowed = permission.check(pin)
    if (!allowed.ok) return allowed
    const done = guardDisk(act)
    if (!done.ok) return done
    line.release()
    for (const externalRef of touched(done.value)) parts.documentChanged(externalRef)
    return done
  }
  return {
    cancel: implementer.documents.cancel.handler(({ input: { externalRef, reason, pin } }) => {
      const done = permitted(
        pin,
        () => cancelDocument(externalRef, reason),
        () => [externalRef],
      )
      return mutable(done.ok ? ok(summary(externalRef)) : done)
    }),
    credit: implementer.documents.credit.handler(({ input: { pin, ...request } }) => {
      const done = permitted(
        pin,
        () => creditSale(request),
        (note) => [note.externalRef, request.externalRef],
      )
      return mutable(done.ok ? ok(summary(done.value.externalRef)) : done)
    }),
    returnGoods: implementer.documents.returnGoods.handler(({ input: { pin, ...request } }) => {
      const done = permitted(
        pin,
        () => returnGoods(request),
        ({ rest }) => [rest.externalRef, request.externalRef],
      )
      return mutable(done.ok ? ok({ rest: summary(done.value.rest.externalRef), back: done.value.back }) : done)
    }),
    giveUp: implementer.documents.giveUp.handler(({ input: { externalRef, reason, pin } }) => {
      const done = permitted(
        pin,
        () => giveUpNote(externalRef, reason),
        ({ origin }) => [externalRef, ...(origin ? [origin.externalRef] : [])],
      )
      return mutable(done.ok ? ok(summary(externalRef)) : done)
    }),
    settleDue: implementer.documents.settleDue.handler(({ input: { externalRef, how } }) => {
      const done = guardDisk(() => settleDue(externalRef, how))
      if (!done.ok) return mutable(done)
      parts.documentChanged(externalRef)
      return mutable(ok(summary(externalRef)))
    }),
  }
}
