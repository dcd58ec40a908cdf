import { type Customer, tidyCustomer } from '#domain/customer/customer.ts'
import { IDENTIFY_FROM } from '#domain/sale/sale.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { CustomerForm } from '../../ui/customer-form.tsx'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'

type CustomerDialogProps = {
  readonly customer: Customer | null
  readonly total: number
  readonly onAccept: (customer: Customer | null) => void
  readonly onClose: () => void
}

/** Offered, never demanded, below the limit from which the law asks for it. */
export const CustomerDialog = ({ customer, total, onAccept, onClose }: CustomerDialogProps) => {
  const text = useText()
  const isRequired = total >= IDENTIFY_FROM
  return (
    <Modal title={text('customer.title')} onClose={onClose}>
      {isRequired ? (
        <Notice kind="attention">{text('customer.intro_required')}</Notice>
      ) : (
        <p className="field-hint">{text('customer.intro')}</p>
      )}
      <CustomerForm
        initial={customer}
        saveLabel={text('customer.save')}
        onSave={(saved) => onAccept(saved && tidyCustomer(saved))}
      />
      {customer && <Button onClick={() => onAccept(null)}>{text('customer.remove')}</Button>}
    </Modal>
  )
}
