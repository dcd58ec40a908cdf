import type { DocumentState } from '#domain/document/document-state.ts'
import type { DocumentType } from '#domain/document/document-type.ts'
import type { TextKey } from '../i18n/use-text.ts'

type Shown = {
  readonly docType: DocumentType
  readonly state: DocumentState
  /** Not null where the service made a credit note of it instead of cancelling it. */
  readonly automaticNote?: object | null
}

/** What a document's state means for it. A note is without effect for another reason than what was to replace a document. */
export const stateDetail = ({ docType, state, automaticNote }: Shown): TextKey => {
  if (automaticNote) return 'state.noted_detail'
  return docType === '05' && state === 'withdrawn' ? 'after.given_up_detail' : `state.${state}_detail`
}
