import {
  DOCUMENT_STATES,
  type DocumentEvent,
  type DocumentState,
  TRANSITIONS,
} from '../../src/domain/document/document-state.ts'

/** Where each state leads, the events that lead to the same place joined; what stays where it is is told below the picture. */
const arrowsFrom = (state: DocumentState): readonly string[] => {
  const byTarget = new Map<DocumentState, DocumentEvent[]>()
  for (const [event, next] of Object.entries(TRANSITIONS[state])) {
    if (next.state === state) continue
    byTarget.set(next.state, [...(byTarget.get(next.state) ?? []), event as DocumentEvent])
  }
  return [...byTarget].map(([target, events]) => `  ${state} --> ${target}: ${events.join(', ')}`)
}

/** The one step that a state has, whichever event led to it. */
const stepOf = (state: DocumentState): string =>
  Object.values(TRANSITIONS)
    .flatMap((row) => Object.values(row))
    .find((next) => next.state === state)?.step ?? ''

const stays = (state: DocumentState): string => {
  const events = Object.entries(TRANSITIONS[state]).filter(([, next]) => next.state === state)
  const all = Object.keys(TRANSITIONS[state]).length
  return events.length === all ? 'every event' : events.map(([event]) => `\`${event}\``).join(', ')
}

const items = DOCUMENT_STATES.map((state) => `- \`${state}\`, next step \`${stepOf(state)}\`, stays on ${stays(state)}`)

/** docs/document-states.md as the table in src/domain/document/document-state.ts has it. */
export const documentStatesPage = (): string => `# The states of a fiscal document

Drawn from the table in \`src/domain/document/document-state.ts\` by \`npm run diagrams\`; a test fails when the two differ.

\`\`\`mermaid
stateDiagram-v2
  [*] --> pending: sale completed
${DOCUMENT_STATES.flatMap(arrowsFrom).join('\n')}
\`\`\`

Each state has one next step, whichever event led to it, and stays where it is on everything that is not drawn:

${items.join('\n')}
`
