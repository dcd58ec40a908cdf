import type { DocumentDetailView } from '#contract/documents.ts'
import { useText } from '../../i18n/use-text.ts'
import { dollars } from '../../ui/dollars.ts'
import { numberInRef } from '../../ui/sale-number.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { ReturnProgress } from './return-progress.tsx'

type RelatedDocumentsProps = {
  readonly document: DocumentDetailView
  readonly onSee: (externalRef: string) => void
}

/** The two halves of a partial return that this document is one of. */
const halvesOf = ({ externalRef, origin, about }: DocumentDetailView) => {
  if (origin?.relation === 'replaces') return { original: origin.externalRef, rest: externalRef }
  const rest = about.findLast(({ relation }) => relation === 'replaces')
  return rest ? { original: externalRef, rest: rest.externalRef } : null
}

/** What this document is about, and what is about it, each a door; a partial return is one thing. */
export const RelatedDocuments = ({ document, onSee }: RelatedDocumentsProps) => {
  const text = useText()
  const { origin, automaticNote } = document
  const halves = halvesOf(document)
  const notes = document.about.filter(({ relation }) => relation === 'credits')
  const isCredit = origin?.relation === 'credits'
  return (
    <>
      {halves && (
        <div className="detail-part">
          <ReturnProgress {...halves} onSee={onSee} />
        </div>
      )}
      {(isCredit || notes.length > 0 || automaticNote) && (
        <section className="detail-part" aria-label={text('after.related')}>
          <h3>{text('after.related')}</h3>
          {isCredit && (
            <button type="button" className="related" onClick={() => onSee(origin.externalRef)}>
              <span>{text('after.credits')}</span>
              <strong>
                {text('after.what', { type: text('doc_type.03'), number: numberInRef(origin.externalRef) })}
              </strong>
            </button>
          )}
          {notes.map((note) => (
            <button key={note.externalRef} type="button" className="related" onClick={() => onSee(note.externalRef)}>
              <span>{text('after.credited_by')}</span>
              <strong>
                {numberInRef(note.externalRef)} · {dollars(note.total)}
              </strong>
              <StateMark state={note.state} />
            </button>
          ))}
          {automaticNote && (
            <div className="automatic-note">
              <strong>{text('after.automatic_note')}</strong>
              <p>{text('after.automatic_note_detail', { number: automaticNote.controlNumber })}</p>
            </div>
          )}
        </section>
      )}
    </>
  )
}
