import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { RefusalView } from '#contract/values.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Field } from '../../ui/field.tsx'
import { useSentence } from '../../ui/use-sentence.ts'

const REASONS = ['reason_mistake', 'reason_returned', 'reason_damaged', 'reason_repeated'] as const

export type Permitted = { readonly reason: string; readonly pin: string }

/** As the engine is asked; without a PIN where none was typed. */
export const permittedInput = ({ reason, pin }: Permitted): { readonly reason: string; readonly pin?: string } =>
  pin === '' ? { reason } : { reason, pin }

type ReasonFieldsProps = {
  readonly value: Permitted
  readonly refused: RefusalView | null
  readonly isFirst?: boolean
  readonly onChange: (value: Permitted) => void
}

/** Why it is done, and the supervisor's PIN where the shop has one. */
export const ReasonFields = ({ value, refused, isFirst = false, onChange }: ReasonFieldsProps) => {
  const text = useText()
  const sentence = useSentence()
  const { queries } = useEngine()
  const settings = useQuery(queries.settings.get.queryOptions()).data
  /** A PIN that was set meanwhile is asked for by the engine first. */
  const hasPin = settings?.hasPin === true || refused?.field === 'pin'
  const reason = useRef<HTMLInputElement>(null)
  const pin = useRef<HTMLInputElement>(null)
  const said = (field: string) => (refused?.field === field ? sentence(refused) : null)
  useEffect(() => {
    if (refused?.field === 'reason') reason.current?.focus()
    if (refused?.field === 'pin') pin.current?.focus()
  }, [refused])
  return (
    <div className="reason">
      <Field label={text('after.reason')} error={said('reason')} hint={text('after.reason_hint')}>
        {(control) => (
          <input
            {...control}
            {...(isFirst && { 'data-focus-first': true })}
            ref={reason}
            autoComplete="off"
            maxLength={500}
            value={value.reason}
            onChange={({ target }) => onChange({ ...value, reason: target.value })}
          />
        )}
      </Field>
      <fieldset className="reason-choices" aria-label={text('after.reasons')}>
        {REASONS.map((key) => (
          <Button
            key={key}
            aria-pressed={value.reason === text(`after.${key}`)}
            onClick={() => onChange({ ...value, reason: text(`after.${key}`) })}
          >
            {text(`after.${key}`)}
          </Button>
        ))}
      </fieldset>
      {hasPin && (
        <Field label={text('after.pin')} error={said('pin')}>
          {(control) => (
            <input
              {...control}
              ref={pin}
              type="password"
              inputMode="numeric"
              autoComplete="off"
              maxLength={20}
              value={value.pin}
              onChange={({ target }) => onChange({ ...value, pin: target.value })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
