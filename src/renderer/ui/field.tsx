import { type ReactNode, useId } from 'react'
import { Icon } from './icons.tsx'

type FieldProps = {
  readonly label: string
  readonly error?: string | null
  readonly hint?: ReactNode
  /** Gets the id and the description that the control must carry. */
  readonly children: (control: FieldControl) => ReactNode
}

export type FieldControl = {
  readonly id: string
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string
}

/** A label, its control, and below it what is wrong or what is meant. */
export const Field = ({ label, error, hint, children }: FieldProps) => {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-invalid': Boolean(error), 'aria-describedby': `${id}-note` })}
      <div id={`${id}-note`} className="field-note" aria-live="polite">
        {error ? (
          <span className="field-error">
            <Icon name="alert" />
            {error}
          </span>
        ) : (
          hint && <span className="field-hint">{hint}</span>
        )}
      </div>
    </div>
  )
}
