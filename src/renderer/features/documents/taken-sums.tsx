import type { DocumentDetailView } from '#contract/documents.ts'
import type { Thousandths } from '#domain/money/decimal.ts'
import { PAYMENT_METHODS, type PaymentMethod } from '#domain/sale/tender.ts'
import { useText } from '../../i18n/use-text.ts'
import { dollars } from '../../ui/dollars.ts'
import { Field } from '../../ui/field.tsx'
import { MoneyBack } from './money-back.tsx'
import { noteDraft, returnDraft } from './taken-back.ts'

type Sums = readonly (readonly [name: string, amount: number])[]

const SumList = ({ sums }: { readonly sums: Sums }) => (
  <dl className="detail-sums">
    {sums.map(([name, amount], index) => (
      <div key={name} className={index === sums.length - 1 ? 'detail-total' : undefined}>
        <dt>{name}</dt>
        <dd>{dollars(amount)}</dd>
      </div>
    ))}
  </dl>
)

type TakenSumsProps = {
  readonly kind: 'credit' | 'return'
  readonly document: DocumentDetailView
  /** By position, in thousandths; null while what is typed cannot come back. */
  readonly quantities: readonly Thousandths[] | null
  readonly method: PaymentMethod
  readonly onMethod: (method: PaymentMethod) => void
}

const NONE: readonly Thousandths[] = []

/** What it comes to as it is typed: the note with its net and VAT, or what stays sold, and the money that goes back. */
export const TakenSums = ({ kind, document, quantities, method, onMethod }: TakenSumsProps) => {
  const text = useText()
  if (kind === 'return') {
    const { rest, back } = returnDraft(document, quantities ?? NONE)
    return (
      <>
        <SumList sums={[[text('after.rest_total'), rest.total]]} />
        {back.length > 0 && <MoneyBack docType={document.docType} back={back} />}
      </>
    )
  }
  const { totals, back } = noteDraft(document, quantities ?? NONE)
  return (
    <>
      <SumList
        sums={[
          [text('after.net'), totals.total - totals.vat],
          [text('after.vat'), totals.vat],
          [text('after.note_total'), totals.total],
          ...(back === totals.total ? [] : [[text('after.back'), back] as const]),
        ]}
      />
      <Field label={text('after.method')}>
        {(control) => (
          <select
            {...control}
            value={method}
            onChange={({ target }) => onMethod(PAYMENT_METHODS.find((each) => each === target.value) ?? method)}
          >
            {PAYMENT_METHODS.map((each) => (
              <option key={each} value={each}>
                {text(`method.${each}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}
