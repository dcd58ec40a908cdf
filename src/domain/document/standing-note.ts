import type { DocumentState } from './document-state.ts'
import type { Origin } from './fiscal-document.ts'

/**
 * Whether what is about a CCF is a credit note that takes something off it: issued, or one that may still come to count. A cancelled one takes
 * nothing, nor does one that was given up.
 */
export const isStandingNote = (relation: Origin['relation'] | undefined, state: DocumentState): boolean =>
  relation === 'credits' && state !== 'cancelled' && state !== 'withdrawn'
