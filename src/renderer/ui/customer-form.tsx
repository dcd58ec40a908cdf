import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { RefusalView } from '#contract/values.ts'
import {
  type Customer,
  customerRefusal,
  DOCUMENT_TYPES,
  type IdentityDocumentType,
  tidyCustomer,
} from '#domain/customer/customer.ts'
import { parseNit } from '#domain/customer/nit.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from './button.tsx'
import { type CustomerField, customerFieldOf } from './customer-field.ts'
import { Field } from './field.tsx'
import { useSentence } from './use-sentence.ts'
import './customer-form.css'

type CustomerFormProps = {
  readonly initial: Customer | null
  readonly saveLabel: string
  readonly focusOn?: CustomerField
  readonly isBusy?: boolean
  /** Rejected by the engine after the form itself found nothing wrong. */
  readonly refused?: RefusalView | null
  readonly onSave: (customer: Customer | null) => void
}

type Typed = { name: string; type: IdentityDocumentType; number: string; email: string; phone: string }

const typedOf = (customer: Customer | null): Typed => ({
  name: customer?.name ?? '',
  type: customer?.document?.type ?? '13',
  number: customer?.document?.number ?? '',
  email: customer?.email ?? '',
  phone: customer?.phone ?? '',
})

const customerOf = ({ name, type, number, email, phone }: Typed): Customer | null =>
  tidyCustomer({ name, document: { type, number }, email, phone })

/** Who the invoice names. Every field may stay empty; what is written must be right. */
export const CustomerForm = ({ initial, saveLabel, focusOn = 'name', isBusy, refused, onSave }: CustomerFormProps) => {
  const text = useText()
  const sentence = useSentence()
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState(() => typedOf(initial))
  const [isTried, setTried] = useState(false)
  const customer = customerOf(typed)
  const wrong = (isTried && customer && customerRefusal(customer)) || refused || null
  const isNitOdd = typed.type === '36' && parseNit(typed.number)?.checkDigitFits === false

  const focus = useCallback((name: CustomerField) => {
    const field = form.current?.querySelector<HTMLElement>(`[name="${name}"]`)
    field?.focus()
    if (field instanceof HTMLInputElement) field.select()
  }, [])
  useEffect(() => focus(focusOn), [focus, focusOn])
  useEffect(() => {
    const field = customerFieldOf(refused?.field)
    if (field !== null) focus(field)
  }, [focus, refused])

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    const found = customer && customerRefusal(customer)
    setTried(true)
    if (!found) return onSave(customer)
    focus(customerFieldOf(found.field) ?? 'name')
  }

  const errorAt = (field: CustomerField) => (wrong && customerFieldOf(wrong.field) === field ? sentence(wrong) : null)
  /** Where the focus goes when the dialog around the form opens. */
  const first = (field: CustomerField) => (field === focusOn ? { 'data-focus-first': true } : {})
  const input = (field: 'name' | 'email' | 'phone', more: { inputMode?: 'email' | 'tel'; hint?: string } = {}) => (
    <Field label={text(`customer.${field}`)} error={errorAt(field)} hint={more.hint}>
      {(control) => (
        <input
          {...control}
          name={field}
          {...first(field)}
          autoComplete="off"
          spellCheck={false}
          inputMode={more.inputMode ?? 'text'}
          value={typed[field]}
          onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
        />
      )}
    </Field>
  )

  return (
    <form ref={form} className="customer-form" onSubmit={onSubmit} noValidate>
      {input('name')}
      <div className="customer-document">
        <Field label={text('customer.document_type')} error={errorAt('document_type')}>
          {(control) => (
            <select
              {...control}
              name="document_type"
              {...first('document_type')}
              value={typed.type}
              onChange={(event) => {
                const type = DOCUMENT_TYPES.find((each) => each === event.target.value)
                if (type) setTyped({ ...typed, type })
              }}
            >
              {DOCUMENT_TYPES.map((type) => (
                <option key={type} value={type}>
                  {text(`customer.type_${type}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          label={text('customer.document_number')}
          error={errorAt('document_number')}
          hint={isNitOdd && <span className="field-warning">{text('customer.nit_check')}</span>}
        >
          {(control) => (
            <input
              {...control}
              name="document_number"
              {...first('document_number')}
              autoComplete="off"
              spellCheck={false}
              inputMode={typed.type === '13' || typed.type === '36' ? 'numeric' : 'text'}
              placeholder={typed.type === '13' ? '00000000-0' : typed.type === '36' ? '0000-000000-000-0' : ''}
              value={typed.number}
              onChange={(event) => setTyped({ ...typed, number: event.target.value })}
            />
          )}
        </Field>
      </div>
      {input('email', { inputMode: 'email', hint: text('customer.email_hint') })}
      {input('phone', { inputMode: 'tel' })}
      {wrong && customerFieldOf(wrong.field) === null && (
        <p className="field-error" role="alert">
          {sentence(wrong)}
        </p>
      )}
      <Button look="main" large type="submit" disabled={isBusy}>
        {saveLabel}
      </Button>
    </form>
  )
}
