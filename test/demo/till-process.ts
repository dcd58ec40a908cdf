import { randomUUID } from 'node:crypto'
import { totalsOf } from '#domain/sale/totals.ts'
import { createEngine } from '#engine/create-engine.ts'
import type { Question, TillAnswer, TillFacts } from './till-messages.ts'

/** A till of its own in a process of its own, so that the day can kill it. It does what its parent asks over Node's IPC. */
const facts = JSON.parse(process.env.DEMO_TILL ?? '{}') as TillFacts

const engine = await createEngine({
  mode: 'training',
  dataFolder: facts.dataFolder,
  resourcesFolder: facts.resourcesFolder,
  version: 'demo',
  secrets: [{ kind: 'environment', read: () => facts.apiKey, write: () => false }],
  apiUrl: facts.apiUrl,
  printer: facts.printer,
  printsByItself: true,
})
engine.start()

const answer = async (question: Question): Promise<TillAnswer> => {
  switch (question.ask) {
    case 'sell': {
      const tenders = [{ method: '01' as const, amount: Math.ceil(totalsOf(question.sale.lines).total / 500) * 500 }]
      const sold = engine.completeSale(question.sale, tenders, randomUUID())
      if (!sold.ok) throw new Error(JSON.stringify(sold.error))
      engine.documentChanged(sold.value.externalRef)
      return { externalRef: sold.value.externalRef, total: sold.value.totals.total }
    }
    case 'correct': {
      const corrected = engine.correctAndResend(question.externalRef, question.customer)
      if (!corrected.ok) throw new Error(JSON.stringify(corrected.error))
      engine.documentChanged(question.externalRef)
      return null
    }
    case 'retry':
      engine.line.release()
      engine.retryNow(question.externalRef)
      engine.documentChanged(question.externalRef)
      return null
    case 'print':
      engine.stores.printJobs.insert(question.externalRef, 0, Date.now())
      engine.documentChanged(question.externalRef)
      return null
    case 'document': {
      const document = engine.documentList.summary(question.externalRef)
      if (!document) throw new Error(`no document ${question.externalRef}`)
      return { ...document, inFlight: engine.stores.outbox.find(question.externalRef).state === 'claimed' }
    }
    case 'papers':
      return engine.stores.printJobs
        .list(1000)
        .filter(({ externalRef }) => externalRef === question.externalRef)
        .map(({ paper, state }) => ({ paper, state }))
        .reverse()
    case 'verify':
      return engine.verify().map(({ code, externalRef, detail }) => `${code} ${externalRef ?? ''} ${detail}`)
    case 'stop':
      await engine.stop()
      setImmediate(() => process.disconnect())
      return null
  }
}

process.on('message', ({ id, question }: { id: number; question: Question }) => {
  answer(question).then(
    (value) => process.send?.({ id, value }),
    (cause: unknown) => process.send?.({ id, error: cause instanceof Error ? cause.message : String(cause) }),
  )
})
process.send?.({ ready: true })
