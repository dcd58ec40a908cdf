import { DOCUMENT_TYPES } from '#domain/customer/customer.ts'
import { parseNit } from '#domain/customer/nit.ts'
import { useText } from '../i18n/use-text.ts'
import type { CustomerPartProps } from './customer-part.ts'
import { Field } from './field.tsx'

const PLACEHOLDERS: Readonly<Record<string, string>> = { '13': '00000000-0', '36': '0000-000000-000-0' }

/** By which document somebody identifies themselves. */
export const IdentityFields = ({ draft, errorAt, first, onChange }: CustomerPartProps) => {
  const text = useText()
  const isNitOdd = draft.type === '36' && parseNit(draft.number)?.checkDigitFits === false
  const placeholder = PLACEHOLDERS[draft.type]
  return (
    <div className="customer-document">
      <Field label={text('customer.document_type')} error={errorAt('document_type')}>
        {(control) => (
          <select
            {...control}
            name="document_type"
            {...first('document_type')}
            value={draft.type}
            onChange={(event) => {
              const type = DOCUMENT_TYPES.find((each) => each === event.target.value)
              if (type) onChange({ type })
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
            inputMode={placeholder === undefined ? 'text' : 'numeric'}
            placeholder={placeholder ?? ''}
            value={draft.number}
            onChange={(event) => onChange({ number: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}
