import { useText } from '../../i18n/use-text.ts'
import { Field } from '../../ui/field.tsx'

type PaymentTermProps = { readonly days: string; readonly onType: (days: string) => void }

/** Until when what is owed is to be paid. */
export const PaymentTerm = ({ days, onType }: PaymentTermProps) => {
  const text = useText()
  return (
    <Field label={text('payment.term')} hint={text('payment.term_hint')}>
      {(control) => (
        <input
          {...control}
          inputMode="numeric"
          autoComplete="off"
          value={days}
          onFocus={(event) => event.target.select()}
          onChange={(event) => onType(event.target.value)}
        />
      )}
    </Field>
  )
}
