import type { TillView } from '#contract/till.ts'
import { useText } from '../i18n/use-text.ts'
import { Button } from '../ui/button.tsx'
import { useEngine } from '../ui/engine.ts'
import { Icon } from '../ui/icons.tsx'
import { useNow } from '../ui/use-now.ts'
import { type Door, sinceText } from './status-bar.tsx'

type LineBarProps = { readonly till: TillView; readonly onOpen: (door: Door) => void }

/** Quiet, whenever the line is not as it should be: since when, what is safe, what waits. */
export const LineBar = ({ till, onOpen }: LineBarProps) => {
  const text = useText()
  const now = useNow(30_000)
  const { client } = useEngine()
  const { state, since, ministrySilent, silentSince } = till.connection
  if (state === 'online' && !ministrySilent) return null
  const sentence = text(state === 'online' ? 'line.silent' : `line.${state}`, {
    since: sinceText(silentSince ?? since, now),
  })
  const needsSettings = state === 'key_refused' || state === 'no_key' || state === 'environment_wrong'
  return (
    <div className="line-bar" role="status">
      <Icon name={state === 'online' ? 'cloud' : 'unplugged'} />
      <p>
        {sentence} {till.pending.count > 0 && <strong>{text('shell.pending', { count: till.pending.count })}.</strong>}
      </p>
      {needsSettings && (
        <Button look="quiet" onClick={() => onOpen('service')}>
          {text('line.go_settings')}
        </Button>
      )}
      {state !== 'online' && state !== 'no_key' && state !== 'environment_wrong' && (
        <Button look="quiet" icon="retry" onClick={() => void client.till.probe().catch(() => null)}>
          {text('line.try_now')}
        </Button>
      )}
    </div>
  )
}
