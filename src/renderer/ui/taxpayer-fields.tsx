import { parseNit } from '#domain/customer/nit.ts'
import { CONTRIBUTORS } from '#domain/customer/taxpayer.ts'
import { useText } from '../i18n/use-text.ts'
import type { CustomerPartProps } from './customer-part.ts'
import { Field } from './field.tsx'

/** By which numbers a taxpayer is registered, and how large they are. */
export const TaxpayerFields = ({ draft, errorAt, first, onChange }: CustomerPartProps) => {
  const text = useText()
  const isNitOdd = parseNit(draft.nit)?.checkDigitFits === false
  const number = (name: 'nit' | 'nrc', placeholder: string) => (
    <Field
      label={text(`customer.${name}`)}
      error={errorAt(name)}
      hint={name === 'nit' && isNitOdd && <span className="field-warning">{text('customer.nit_check')}</span>}
    >
      {(control) => (
        <input
          {...control}
          name={name}
          {...first(name)}
          autoComplete="off"
          spellCheck={false}
          inputMode="numeric"
          placeholder={placeholder}
          value={draft[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <div className="customer-taxpayer">
      {number('nit', '0000-000000-000-0')}
      {number('nrc', '000000-0')}
      <Field label={text('customer.contributor')} error={errorAt('contributor')}>
        {(control) => (
          <select
            {...control}
            name="contributor"
            {...first('contributor')}
            value={draft.contributor ?? ''}
            onChange={({ target: { value } }) =>
              onChange({ contributor: CONTRIBUTORS.find((each) => String(each) === value) ?? null })
            }
          >
            {draft.contributor === null && <option value="">{text('customer.choose')}</option>}
            {CONTRIBUTORS.map((each) => (
              <option key={each} value={each}>
                {text(`customer.contributor_${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}
