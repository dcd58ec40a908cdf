import type { DocumentDetailView } from '#contract/documents.ts'
import { isStandingNote } from '#domain/document/standing-note.ts'

type About = Pick<DocumentDetailView, 'about'>

/** The credit notes that take something off a CCF. */
export const standingNotes = ({ about }: About): About['about'] =>
  about.filter(({ relation, state }) => isStandingNote(relation, state))
