import type { TillEvent } from '#contract/till.ts'
import type { Parts } from '../assemble-parts.ts'
import { implementer } from './implement-contract.ts'

type Needs = Pick<Parts, 'tillView' | 'events' | 'line' | 'viewChanged'>

/** More than a screen falls behind in practice; one that does gets the whole view again when it reconnects. */
const MOST_BUFFERED = 1000

export const tillHandlers = ({ tillView, events, line, viewChanged }: Needs) => ({
  view: implementer.till.view.handler(() => tillView()),
  watch: implementer.till.watch.handler(async function* ({ signal }): AsyncGenerator<TillEvent> {
    const changes = events.subscribe('till', { signal, maxBufferedEvents: MOST_BUFFERED })
    yield { kind: 'view', view: tillView() }
    yield* changes
  }),
  probe: implementer.till.probe.handler(() => {
    line.release()
    line.doubt()
    viewChanged()
    return tillView()
  }),
})
