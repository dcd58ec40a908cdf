import { useEffect, useRef, useState } from 'react'
import type { DocumentDetailView } from '#contract/documents.ts'
import { canGiveUp } from '#domain/document/can-give-up.ts'
import { CAN_CANCEL } from '#domain/document/document-state.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import { GiveUpDialog } from './give-up-dialog.tsx'
import { standingNotes } from './standing-notes.ts'
import { TakeBackDialog } from './take-back-dialog.tsx'
import { availableOf } from './taken-back.ts'

const ONE_PIECE = 1000

const hasNotes = (document: DocumentDetailView): boolean => standingNotes(document).length > 0

const canCancel = (document: DocumentDetailView): boolean =>
  CAN_CANCEL.includes(document.state) && document.cancelWindow?.kind !== 'closed' && !hasNotes(document)

/** How part of it can come back: a note over a CCF, or cancelling and issuing anew what is left of an invoice of more than one piece. */
const takeBackKind = (document: DocumentDetailView): 'credit' | 'return' | null => {
  const { docType, state, lines } = document
  if (state !== 'stamped') return null
  if (docType === '03') return availableOf(document).some((quantity) => quantity > 0) ? 'credit' : null
  const [first] = lines
  const isOnePiece = lines.length === 1 && first?.unit === 'unit' && first.quantity === ONE_PIECE
  return docType === '01' && canCancel(document) && !isOnePiece ? 'return' : null
}

/** Why what could be expected cannot be done, or null. */
const obstacleOf = (document: DocumentDetailView): 'has_notes' | 'all_credited' | null => {
  if (document.docType !== '03' || document.state !== 'stamped' || !hasNotes(document)) return null
  return takeBackKind(document) === null ? 'all_credited' : 'has_notes'
}

type AfterActionsProps = {
  readonly document: DocumentDetailView
  readonly onDone: () => void
  readonly onSee: (externalRef: string) => void
  /** A dialog was closed, and the button that opened it is gone: the focus has to go somewhere. */
  readonly onLost: () => void
}

/** What can be done with a document that was issued: cancel it whole, or take part of it back; and with a note that was not accepted: go on without it. */
export const AfterActions = ({ document, onDone, onSee, onLost }: AfterActionsProps) => {
  const text = useText()
  const [open, setOpen] = useState<'cancel' | 'give_up' | 'credit' | 'return' | null>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    const { activeElement, body } = globalThis.document
    if (wasOpen.current && open === null && activeElement === body) onLost()
    wasOpen.current = open !== null
  }, [open, onLost])
  const takeBack = takeBackKind(document)
  const isCancellable = canCancel(document)
  const obstacle = obstacleOf(document)
  const whole = isCancellable ? 'cancel' : canGiveUp(document) ? 'give_up' : null
  useKeys([
    ['F7', () => setOpen(takeBack)],
    ['F8', () => setOpen(whole)],
  ])
  const close = () => setOpen(null)
  return (
    <>
      {takeBack && (
        <Button icon="transfer" shortcut="F7" onClick={() => setOpen(takeBack)}>
          {text(`after.${takeBack}`)}
        </Button>
      )}
      {whole && (
        <Button look="danger" icon="close" shortcut="F8" onClick={() => setOpen(whole)}>
          {text(`after.${whole}`)}
        </Button>
      )}
      {obstacle && <p className="field-hint">{text(`after.${obstacle}`)}</p>}
      {open === 'cancel' && <CancelDialog document={document} onDone={onDone} onClose={close} />}
      {open === 'give_up' && <GiveUpDialog document={document} onDone={onDone} onClose={close} />}
      {(open === 'credit' || open === 'return') && (
        <TakeBackDialog kind={open} document={document} onDone={onDone} onSee={onSee} onClose={close} />
      )}
    </>
  )
}
