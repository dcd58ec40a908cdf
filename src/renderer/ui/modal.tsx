import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useText } from '../i18n/use-text.ts'
import { Button } from './button.tsx'
import './modal.css'

type ModalProps = {
  readonly title: string
  readonly onClose: () => void
  readonly shape?: 'middle' | 'wide' | 'narrow' | 'drawer'
  /** False while an answer is awaited that must not be lost sight of. */
  readonly closable?: boolean
  /** The content carries its own heading. */
  readonly isHeadless?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** A native dialog: focus stays inside, Escape closes, and the focus goes back to where it was. */
export const Modal = ({
  title,
  onClose,
  shape = 'middle',
  closable = true,
  isHeadless,
  className,
  children,
}: ModalProps) => {
  const element = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const text = useText()

  useEffect(() => {
    const dialog = element.current
    if (dialog === null || dialog.open) return
    const before = document.activeElement
    dialog.showModal()
    dialog.querySelector<HTMLElement>('[data-focus-first]')?.focus()
    return () => {
      dialog.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    <dialog
      ref={element}
      className={`modal modal-${shape}${className ? ` ${className}` : ''}`}
      {...(isHeadless ? { 'aria-label': title } : { 'aria-labelledby': heading })}
      onCancel={(event) => {
        event.preventDefault()
        if (closable) onClose()
      }}
    >
      {!isHeadless && (
        <div className="modal-head">
          <h2 id={heading}>{title}</h2>
          {closable && (
            <Button look="quiet" icon="close" shortcut="Esc" aria-label={text('common.close')} onClick={onClose} />
          )}
        </div>
      )}
      <div className="modal-body">{children}</div>
    </dialog>
  )
}
