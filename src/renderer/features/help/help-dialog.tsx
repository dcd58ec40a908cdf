import { type TextKey, useText } from '../../i18n/use-text.ts'
import { Modal } from '../../ui/modal.tsx'
import './help.css'

const KEYS: readonly (readonly [string | TextKey, TextKey])[] = [
  ['F1', 'sale.help'],
  ['F2', 'help.key_search'],
  ['F3', 'sale.quantity'],
  ['F4', 'sale.discount'],
  ['F5', 'sale.switch_type'],
  ['Shift+F5', 'sale.choose_type'],
  ['F6', 'sale.customer'],
  ['F7', 'sale.free_line'],
  ['F8', 'sale.hold'],
  ['F9', 'sale.documents'],
  ['F10', 'help.key_day'],
  ['F12', 'sale.charge'],
  ['help.arrows', 'help.key_lines'],
  ['help.delete', 'help.key_remove'],
  ['Enter', 'help.key_confirm'],
  ['Esc', 'help.key_close'],
]
const SCANNING = ['help.scan_anywhere', 'help.scan_times', 'help.scan_name'] as const
const SAFE = ['help.safe_sale', 'help.safe_cart'] as const

export const HelpDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const text = useText()
  const nameOf = (key: string | TextKey) => (key === 'help.arrows' || key === 'help.delete' ? text(key) : key)
  return (
    <Modal shape="wide" title={text('help.title')} onClose={onClose}>
      <p className="field-hint">{text('help.intro')}</p>
      <div className="help">
        <section>
          <h3>{text('help.keys')}</h3>
          <dl className="help-keys">
            {KEYS.map(([key, what]) => (
              <div key={key}>
                <dt>
                  <kbd>{nameOf(key)}</kbd>
                </dt>
                <dd>{text(what)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <div>
          <section>
            <h3>{text('help.scanning')}</h3>
            {SCANNING.map((each) => (
              <p key={each}>{text(each)}</p>
            ))}
          </section>
          <section>
            <h3>{text('help.safe')}</h3>
            {SAFE.map((each) => (
              <p key={each}>{text(each)}</p>
            ))}
          </section>
        </div>
      </div>
    </Modal>
  )
}
