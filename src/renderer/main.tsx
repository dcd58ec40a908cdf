import './app/without-eval.ts'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { connect } from './app/connect.ts'
import { createCache, createLink, createReceiver, followTill } from './app/follow-till.ts'
import { RescueGate } from './features/rescue/rescue-gate.tsx'
import { EngineContext } from './ui/engine.ts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const client = connect()
const cache = createCache()
const link = createLink()
const queries = createTanstackQueryUtils(client)

void followTill(
  client,
  {
    onEvent: createReceiver({ queries }, cache),
    onLink: link.tell,
    onBack: () => void cache.invalidateQueries(),
  },
  new AbortController().signal,
)

createRoot(root).render(
  <EngineContext value={{ client, queries, link }}>
    <QueryClientProvider client={cache}>
      <RescueGate>
        <App />
      </RescueGate>
    </QueryClientProvider>
  </EngineContext>,
)
