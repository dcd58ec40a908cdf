import { refusal } from '#domain/result/refusal.ts'
import type { Engine } from '#engine/create-engine.ts'
import { type Done, done, refused } from '../command.ts'
import { waitUntil } from '../wait-until.ts'

/** Without a limit of its own a command waits as long as it takes. */
const FOREVER_MS = 10 * 365 * 86_400_000

/** Whether anything is left for the sender: to be sent or asked about, whenever it is due, a watch or a file that is due now, or a call under way. */
const isEmpty = (engine: Engine): boolean => {
  if (engine.sender.isBusy()) return false
  const now = engine.clock.now()
  return engine.stores.outbox.unsettled(now) === 0 && engine.stores.files.nextWanted(now) === null
}

const HELD: Readonly<Record<string, string>> = {
  key_refused: 'key_refused',
  issuer_refused: 'issuer_refused',
  no_key: 'no_key',
}

/**
 * Runs the sender here until nothing is left to send, or the time is over. Documents in contingency are asked about once: the API
 * goes on with them by itself.
 */
export const send = async (engine: Engine, forSeconds: number | null): Promise<Done> => {
  const endsAt = Date.now() + (forSeconds === null ? FOREVER_MS : forSeconds * 1000)
  const left = () => Math.max(endsAt - Date.now(), 0)
  if (!engine.api.hasKey()) return refused(refusal('no_key', 'OCOTE_API_KEY'), [], engine.documentList.counts())
  // Where another process sends, what it brings to an end counts as well.
  if (!(await waitUntil(() => engine.canSend() || isEmpty(engine), left())))
    return refused(refusal('another_process_sends'), [], engine.documentList.counts())
  if (engine.canSend()) {
    engine.stores.outbox.wakeAll(engine.clock.now())
    engine.startSending()
  }
  const held = () => engine.environmentGuard.stopped()?.code ?? HELD[engine.line.state()]
  await waitUntil(() => isEmpty(engine) || (held() !== undefined && !engine.sender.isBusy()), left())
  const counts = engine.documentList.counts()
  const text = Object.entries(counts).map(([state, count]) => `${state.padEnd(12)} ${count}`)
  const reason = held()
  if (isEmpty(engine)) return done(counts, text)
  return refused(refusal(reason ?? 'outbox_not_empty'), text, counts)
}
