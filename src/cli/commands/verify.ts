import { refusal } from '#domain/result/refusal.ts'
import type { Engine } from '#engine/create-engine.ts'
import { type Done, done, refused } from '../command.ts'

/** Checks the database, its invariants, every frozen request and every archived file. */
export const verify = (engine: Engine): Done => {
  const findings = engine.verify()
  const counts = engine.documentList.counts()
  const documents = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const value = {
    documents,
    counts,
    findings: findings.map(({ externalRef, ...finding }) => ({ ...finding, external_ref: externalRef })),
  }
  const text = findings.map(({ code, externalRef, detail }) => `${code}  ${externalRef ?? ''}  ${detail}`)
  return findings.length === 0
    ? done(value, [`${documents} documentos, todo en orden.`])
    : refused(refusal('findings', undefined, { count: findings.length }), text, value)
}
