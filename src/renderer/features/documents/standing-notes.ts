import type { DocumentDetailView } from '#contract/documents.ts'

type About = Pick<DocumentDetailView, 'about'>

/** The credit notes that take something off a CCF, issued or still on their way; a cancelled one takes nothing. */
export const standingNotes = ({ about }: About): About['about'] =>
  about.filter(({ relation, state }) => relation === 'credits' && state !== 'cancelled' && state !== 'withdrawn')
