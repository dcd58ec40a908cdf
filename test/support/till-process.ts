import { flushCompileCache } from 'node:module'
import { createEngine, type Engine } from '#engine/create-engine.ts'
import { doDeed, sendAnew } from './do-deed.ts'
import { everyDocument } from './every-document.ts'
import { dieAt } from './failpoint.ts'
import type { FromTill, Question, TillAnswer, TillFacts, ToTill } from './till-messages.ts'
import { troublesInto } from './troubles.ts'

/** A till of its own in a process of its own, so that it can be killed. It does what its parent asks over Node's IPC. */
const say = (message: FromTill): void => {
  process.send?.(message)
}
const textOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))

const openTill = async (facts: TillFacts): Promise<Engine> => {
  const engine = await createEngine({
    mode: 'training',
    dataFolder: facts.dataFolder,
    resourcesFolder: facts.resourcesFolder,
    version: 'test',
    secrets: [{ kind: 'environment', read: () => facts.apiKey, write: () => false }],
    apiUrl: facts.apiUrl,
    printer: facts.printer,
    printsByItself: true,
    ...(facts.troublesFile !== undefined && { log: troublesInto(facts.troublesFile) }),
  })
  engine.start()
  return engine
}

const PARKED = ['rejected', 'refused', 'alarm'] as const
const TO_ISSUE = ['pending', 'unknown', 'contingency', 'cancelling', 'awaiting'] as const

const answer = async (engine: Engine, question: Question): Promise<TillAnswer> => {
  const { stores, documentList } = engine
  switch (question.ask) {
    case 'do': {
      const done = doDeed(engine, question.deed, question.attemptId)
      if (!done.ok) throw new Error(done.error.code)
      return done.value
    }
    case 'sendAnew': {
      const sent = sendAnew(engine, question.externalRef, question.email)
      if (!sent.ok) throw new Error(sent.error.code)
      return null
    }
    case 'correct': {
      const corrected = engine.correctAndResend(question.externalRef, question.customer)
      if (!corrected.ok) throw new Error(corrected.error.code)
      engine.documentChanged(question.externalRef)
      return null
    }
    case 'dieAt':
      dieAt(question.failpoint)
      return null
    case 'retry':
      engine.line.release()
      engine.retryNow(question.externalRef)
      engine.documentChanged(question.externalRef)
      return null
    case 'print':
      stores.printJobs.insert(question.externalRef, 0, Date.now())
      engine.documentChanged(question.externalRef)
      return null
    case 'document': {
      const document = documentList.summary(question.externalRef)
      if (!document) throw new Error(`no document ${question.externalRef}`)
      return { ...document, inFlight: stores.outbox.find(question.externalRef).state === 'claimed' }
    }
    case 'documents':
      return question.externalRefs.flatMap((externalRef) => documentList.summary(externalRef) ?? [])
    case 'everyDocument':
      return everyDocument(documentList)
    case 'parked':
      return everyDocument(documentList, PARKED)
    case 'stillToIssue':
      return everyDocument(documentList, TO_ISSUE).map(({ externalRef }) => externalRef)
    case 'isSender':
      return engine.canSend()
    case 'waiting':
      return {
        documents: stores.outbox.unsettled(Number.MAX_SAFE_INTEGER),
        files: stores.files.nextWanted(Number.MAX_SAFE_INTEGER) === null ? 0 : 1,
        papers: stores.printJobs.waiting().length,
      }
    case 'attempts':
      return stores.documents.attempts(question.externalRef)
    case 'papers':
      return stores.printJobs
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

let opened: Promise<Engine> | undefined

const hear = async (message: ToTill): Promise<void> => {
  if ('open' in message) {
    opened = openTill(message.open)
    await opened.then(
      () => say({ said: 'ready' }),
      (cause: unknown) => say({ said: 'not_opened', error: textOf(cause) }),
    )
    return
  }
  const { id, question } = message
  if (!opened) throw new Error('asked before it was opened')
  await answer(await opened, question).then(
    (value) => say({ said: 'answer', id, value }),
    (cause: unknown) => say({ said: 'refusal', id, error: textOf(cause) }),
  )
}

// Nobody is left to ask anything.
process.on('disconnect', () => process.exit())
process.on('message', (message: ToTill) => void hear(message))
// A killed process writes nothing into it at its end, as others do.
flushCompileCache()
say({ said: 'loaded' })
