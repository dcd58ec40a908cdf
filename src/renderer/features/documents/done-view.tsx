import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'

type DoneViewProps = {
  readonly title: string
  readonly detail: string
  readonly onClose: () => void
  /** Another way on, beside closing. */
  readonly other?: ReactNode
  readonly children: ReactNode
}

/** It is on disk: what to do with the money, and what follows by itself. */
export const DoneView = ({ title, detail, onClose, other, children }: DoneViewProps) => {
  const text = useText()
  const accept = useRef<HTMLButtonElement>(null)
  useEffect(() => accept.current?.focus(), [])
  return (
    <div className="done">
      <p className="done-title" role="status">
        <Icon name="check" />
        {title}
      </p>
      {children}
      <p className="field-hint">{detail}</p>
      <div className="modal-actions">
        {other}
        <Button look="main" shortcut="Enter" ref={accept} onClick={onClose}>
          {text('common.accept')}
        </Button>
      </div>
    </div>
  )
}
