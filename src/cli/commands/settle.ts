import type { HowSettled } from '#domain/sale/due-difference.ts'
import type { Engine } from '#engine/create-engine.ts'
import { type Done, done, refused } from '../command.ts'
import { settledWords } from '../money-words.ts'
import { dollars } from '../show.ts'

/** What was paid above or short of what is due is handed over in cash, or left as a credit: once, so that the same again tells how it was settled. */
export const settle = (engine: Engine, ref: string, how: HowSettled): Done => {
  const settled = engine.guardDisk(() => engine.settleDue(ref, how))
  if (!settled.ok) return refused(settled.error)
  return done({ external_ref: ref, difference: dollars(settled.value.difference), how: settled.value.how }, [
    `${ref}  ${settledWords(settled.value)}`,
  ])
}
