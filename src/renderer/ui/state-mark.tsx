import type { DocumentState } from '#domain/document/document-state.ts'
import { useText } from '../i18n/use-text.ts'
import { Icon, type IconName } from './icons.tsx'

const MARKS: Readonly<
  Record<DocumentState, { readonly icon: IconName; readonly look: 'good' | 'waiting' | 'bad' | 'plain' }>
> = {
  pending: { icon: 'clock', look: 'waiting' },
  unknown: { icon: 'question', look: 'waiting' },
  contingency: { icon: 'cloud', look: 'waiting' },
  stamped: { icon: 'check', look: 'good' },
  rejected: { icon: 'denied', look: 'bad' },
  refused: { icon: 'blocked', look: 'bad' },
  alarm: { icon: 'alert', look: 'bad' },
  cancelling: { icon: 'clock', look: 'waiting' },
  cancelled: { icon: 'close', look: 'plain' },
  awaiting: { icon: 'clock', look: 'waiting' },
  withdrawn: { icon: 'close', look: 'plain' },
}

/** A document's state: an icon and a word, never colour alone. */
export const StateMark = ({ state }: { readonly state: DocumentState }) => {
  const text = useText()
  const { icon, look } = MARKS[state]
  return (
    <span className={`mark mark-${look}`}>
      <Icon name={icon} />
      {text(`state.${state}`)}
    </span>
  )
}
