import { type Customer, tidyCustomer } from '#domain/customer/customer.ts'
import { type CounterType, TRAITS } from '#domain/document/document-type.ts'
import { IDENTIFY_FROM } from '#domain/sale/sale.ts'
import { type TextKey, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { CustomerForm } from '../../ui/customer-form.tsx'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'

type CustomerDialogProps = {
  readonly docType: CounterType
  readonly customer: Customer | null
  readonly total: number
  readonly onAccept: (customer: Customer | null) => void
  readonly onClose: () => void
}

const INTROS: Readonly<Record<CounterType, TextKey>> = {
  '01': 'customer.intro',
  '03': 'customer.intro_03',
  '11': 'customer.intro_11',
  '14': 'customer.intro_14',
}

/** For an invoice offered, never demanded, below the limit from which the law asks for it; every other document names somebody. */
export const CustomerDialog = ({ docType, customer, total, onAccept, onClose }: CustomerDialogProps) => {
  const text = useText()
  const { party, flow } = TRAITS[docType]
  const isRequired = party === 'anybody' && total >= IDENTIFY_FROM
  const isPurchase = flow === 'out'
  return (
    <Modal
      shape={party === 'taxpayer' ? 'wide' : 'middle'}
      title={text(isPurchase ? 'customer.title_out' : 'customer.title')}
      onClose={onClose}
    >
      {isRequired ? (
        <Notice kind="attention">{text('customer.intro_required')}</Notice>
      ) : (
        <p className="field-hint">{text(INTROS[docType])}</p>
      )}
      <CustomerForm
        docType={docType}
        initial={customer}
        saveLabel={text(isPurchase ? 'customer.save_out' : 'customer.save')}
        onSave={(saved) => onAccept(saved && tidyCustomer(saved))}
      />
      {customer && (
        <Button onClick={() => onAccept(null)}>
          {text(party === 'anybody' ? 'customer.remove' : 'customer.remove_data')}
        </Button>
      )}
    </Modal>
  )
}
