import { useState } from 'react'
import type { DocumentDetailView } from '#contract/documents.ts'
import type { RefusalView } from '#contract/values.ts'
import type { KeptKind } from '#domain/document/document-type.ts'
import { filesToFetch } from '#domain/document/files-due.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { bytesOf } from '../../ui/bytes-of.ts'
import { useEngine } from '../../ui/engine.ts'
import { Notice } from '../../ui/notice.tsx'
import { openFile } from '../../ui/open-file.ts'
import { saveFile } from '../../ui/save-file.ts'
import { useSentence } from '../../ui/use-sentence.ts'

/** Those that are read, and not only kept. */
const LETTERS: readonly KeptKind[] = ['invoice', 'note_invoice']

/** Whether this browser hands a PDF to another program, such as the one for e-mail. */
const canShare = (): boolean =>
  typeof navigator.canShare === 'function' &&
  navigator.canShare({ files: [new File([' '], 'a.pdf', { type: 'application/pdf' })] })

type Said = { readonly refusal: RefusalView } | { readonly saved: string; readonly isInstead?: true }

/** A document's files, to be saved, its letters to be read, or handed to another program where the browser can; one that is not here yet is fetched first. */
export const DocumentFiles = ({ document }: { readonly document: DocumentDetailView }) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  const [busy, setBusy] = useState<KeptKind | null>(null)
  const [said, setSaid] = useState<Said | null>(null)
  const kinds = document.documentId === null ? [] : filesToFetch(document)
  if (kinds.length === 0) return null
  const { externalRef } = document

  const take = async (kind: KeptKind, hand: (name: string, file: Blob) => unknown) => {
    setBusy(kind)
    setSaid(null)
    const answer = await ask(client.documents.file({ externalRef, kind }))
    setBusy(null)
    if (!answer.ok) return setSaid({ refusal: answer.error })
    const { name, type, base64 } = answer.value
    hand(name, new Blob([bytesOf(base64)], { type }))
  }
  const save = (name: string, file: Blob) => {
    saveFile(name, file)
    setSaid({ saved: name })
  }
  const open = (name: string, file: Blob) => {
    if (!openFile(name, file)) setSaid({ saved: name, isInstead: true })
  }

  const share = async (name: string, file: Blob) => {
    try {
      await navigator.share({ files: [new File([file], name, { type: file.type })] })
    } catch (cause) {
      // Who changes their mind wants no file; whatever else went wrong, the file is here to be saved.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) save(name, file)
    }
  }

  return (
    <section className="detail-part" aria-label={text('documents.files')}>
      <h3>{text('documents.files')}</h3>
      <div className="detail-actions">
        {kinds.map((kind) => (
          <Button
            key={kind}
            icon="download"
            disabled={busy !== null}
            aria-label={text('after.save_file', { what: text(`documents.file_${kind}`) })}
            onClick={() => take(kind, save)}
          >
            {text(`documents.file_${kind}`)}
          </Button>
        ))}
        {kinds
          .filter((kind) => LETTERS.includes(kind))
          .map((kind) => (
            <Button key={`open ${kind}`} icon="document" disabled={busy !== null} onClick={() => take(kind, open)}>
              {text(kind === 'invoice' ? 'after.open_letter' : 'after.open_note_letter')}
            </Button>
          ))}
        {canShare() && (
          <Button icon="transfer" disabled={busy !== null} onClick={() => take('invoice', share)}>
            {text('after.share_file')}
          </Button>
        )}
      </div>
      {busy !== null && <p role="status">{text('after.fetching')}</p>}
      {said && 'saved' in said && (
        <Notice kind="success">
          {text(said.isInstead ? 'after.file_saved_instead' : 'after.file_saved', { name: said.saved })}
        </Notice>
      )}
      {said && 'refusal' in said && <Notice kind="error">{sentence(said.refusal)}</Notice>}
    </section>
  )
}
