import type { KeyboardEvent } from 'react'
import { COUNTER_TYPES, type CounterType } from '#domain/document/document-type.ts'
import { useText } from '../../i18n/use-text.ts'
import { Modal } from '../../ui/modal.tsx'

type TypeDialogProps = {
  readonly docType: CounterType
  readonly onAccept: (docType: CounterType) => void
  readonly onClose: () => void
}

/** Which document the counter makes of the open sale, by arrows and Enter or by one touch. */
export const TypeDialog = ({ docType, onAccept, onClose }: TypeDialogProps) => {
  const text = useText()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const choices = [...event.currentTarget.querySelectorAll('button')]
    choices[choices.findIndex((each) => each.matches(':focus')) + by]?.focus()
  }
  return (
    <Modal title={text('sale.type_title')} onClose={onClose}>
      <fieldset className="type-choices" aria-label={text('sale.type_title')} onKeyDown={onKeyDown}>
        {COUNTER_TYPES.map((each) => (
          <button
            key={each}
            type="button"
            className="type-choice"
            aria-pressed={each === docType}
            {...(each === docType && { 'data-focus-first': true })}
            onClick={() => onAccept(each)}
          >
            <strong>{text(`sale.type_${each}`)}</strong>
            <small>{text(`sale.type_${each}_detail`)}</small>
          </button>
        ))}
      </fieldset>
    </Modal>
  )
}
