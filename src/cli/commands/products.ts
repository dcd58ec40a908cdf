import { readFileSync } from 'node:fs'
import { refusal } from '#domain/result/refusal.ts'
import type { Engine } from '#engine/create-engine.ts'
import { readCatalogue } from '#engine/read-catalogue.ts'
import { type Done, done, refused } from '../command.ts'

/** Adds new products and replaces known codes. */
export const saveProducts = (engine: Engine, file: string): Done => {
  let text: string
  try {
    text = readFileSync(file === '-' ? 0 : file, 'utf8')
  } catch (cause) {
    return refused(
      refusal('file_unreadable', 'FILE', { detail: cause instanceof Error ? cause.message : String(cause) }),
    )
  }
  const products = readCatalogue(text)
  if (!products.ok) return refused(refusal('catalogue_invalid', 'FILE', { detail: products.error }))
  const saved = engine.catalogue.save(products.value)
  return done({ saved }, [`${saved} productos guardados.`])
}
