import { useText } from '../i18n/use-text.ts'
import { Icon } from './icons.tsx'
import type { KeypadKey } from './number-entry.ts'

const KEYS: readonly KeypadKey[] = ['7', '8', '9', '4', '5', '6', '1', '2', '3', '.', '0', 'backspace']

/** Digits for fingers. Tab passes it by: the keyboard has its own. */
export const Keypad = ({ onKey }: { readonly onKey: (key: KeypadKey) => void }) => {
  const text = useText()
  return (
    <fieldset className="keypad" aria-label={text('common.keypad')}>
      {KEYS.map((key) => (
        <button
          key={key}
          type="button"
          tabIndex={-1}
          className="button"
          aria-label={key === 'backspace' ? text('common.erase') : key}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onKey(key)}
        >
          {key === 'backspace' ? <Icon name="backspace" /> : key}
        </button>
      ))}
    </fieldset>
  )
}
