import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { RefusalView } from '#contract/values.ts'
import { type Customer, customerRefusal } from '#domain/customer/customer.ts'
import type { DocumentType } from '#domain/document/document-type.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from './button.tsx'
import { customerOf, draftOf, lackOf } from './customer-draft.ts'
import { type CustomerField, customerFieldOf, fieldsAsked, nearestField } from './customer-field.ts'
import type { CustomerPartProps } from './customer-part.ts'
import { Field } from './field.tsx'
import { IdentityFields } from './identity-fields.tsx'
import { ActivityField, PlaceField } from './tax-catalog-fields.tsx'
import { TaxpayerFields } from './taxpayer-fields.tsx'
import { useSentence } from './use-sentence.ts'
import './customer-form.css'

type CustomerFormProps = {
  /** What the document of this type needs is asked for; the rest of what is known stays as it is. */
  readonly docType: DocumentType
  readonly initial: Customer | null
  readonly saveLabel: string
  /** Where to begin; with the first thing that is missing unless told. */
  readonly focusOn?: CustomerField
  readonly isBusy?: boolean
  /** Rejected by the engine after the form itself found nothing wrong. */
  readonly refused?: RefusalView | null
  readonly onSave: (customer: Customer | null) => void
}

type TextField = 'name' | 'email' | 'phone' | 'address'

const INPUT_MODES = { name: 'text', email: 'email', phone: 'tel', address: 'text' } as const

/** Whom the document names. What it does not need may stay empty; what is written must be right. */
export const CustomerForm = (props: CustomerFormProps) => {
  const { docType, initial, saveLabel, focusOn, isBusy, refused, onSave } = props
  const text = useText()
  const sentence = useSentence()
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(() => draftOf(initial, docType))
  const [isTried, setTried] = useState(false)
  const asked = fieldsAsked(docType, initial?.taxpayer !== undefined)
  const [begin] = useState(() =>
    nearestField(focusOn ?? customerFieldOf(lackOf(draft, docType)?.field) ?? 'name', asked),
  )
  /** The field that a refusal is about, where the form has it. */
  const fieldIn = (refusal: RefusalView): CustomerField | null => {
    const field = customerFieldOf(refusal.field)
    return field !== null && asked.includes(field) ? field : null
  }
  const customer = customerOf(draft)
  const found = lackOf(draft, docType) ?? (customer && customerRefusal(customer))
  const wrong = (isTried && found) || refused || null

  const focus = useCallback((name: CustomerField) => {
    const field = form.current?.querySelector<HTMLElement>(`[name="${name}"]`)
    field?.focus()
    if (field instanceof HTMLInputElement) field.select()
  }, [])
  useEffect(() => focus(begin), [focus, begin])
  useEffect(() => {
    const field = customerFieldOf(refused?.field)
    if (field !== null) focus(field)
  }, [focus, refused])

  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!found) return onSave(customer)
    focus(fieldIn(found) ?? 'name')
  }

  const part: CustomerPartProps = {
    draft,
    errorAt: (field) => (wrong && fieldIn(wrong) === field ? sentence(wrong) : null),
    first: (field) => (field === begin ? { 'data-focus-first': true } : {}),
    onChange: (typed) => setDraft((before) => ({ ...before, ...typed })),
  }
  const input = (field: TextField, label: string = text(`customer.${field}`), hint?: string) =>
    asked.includes(field) && (
      <Field label={label} error={part.errorAt(field)} hint={hint}>
        {(control) => (
          <input
            {...control}
            name={field}
            {...part.first(field)}
            autoComplete="off"
            spellCheck={false}
            inputMode={INPUT_MODES[field]}
            value={draft[field]}
            onChange={(event) => part.onChange({ [field]: event.target.value })}
          />
        )}
      </Field>
    )

  return (
    <form ref={form} className="customer-form" onSubmit={onSubmit} noValidate>
      {input('name')}
      {asked.includes('document_number') && <IdentityFields {...part} />}
      {asked.includes('nit') && <TaxpayerFields {...part} />}
      {asked.includes('activity') && (
        <div className="customer-pair">
          <ActivityField
            value={draft.activity}
            error={part.errorAt('activity')}
            first={part.first('activity')}
            onChange={(activity) => part.onChange({ activity })}
          />
          <PlaceField
            value={draft.place}
            error={part.errorAt('place')}
            first={part.first('place')}
            onChange={(place) => part.onChange({ place })}
          />
        </div>
      )}
      {input('address', text(docType === '11' ? 'customer.address_abroad' : 'customer.address'))}
      <div className={asked.includes('activity') ? 'customer-pair' : 'customer-form'}>
        {input(
          'email',
          text('customer.email'),
          text(docType === '01' ? 'customer.email_hint' : 'customer.email_hint_document'),
        )}
        {input('phone')}
      </div>
      {wrong && fieldIn(wrong) === null && (
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
