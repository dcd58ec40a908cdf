import type { CustomerDraft } from './customer-draft.ts'
import type { CustomerField } from './customer-field.ts'

/** What a part of the customer's form gets from the whole. */
export type CustomerPartProps = {
  readonly draft: CustomerDraft
  readonly errorAt: (field: CustomerField) => string | null
  /** Marks where the focus goes when the dialog around the form opens. */
  readonly first: (field: CustomerField) => { readonly 'data-focus-first'?: true }
  readonly onChange: (typed: Partial<CustomerDraft>) => void
}
