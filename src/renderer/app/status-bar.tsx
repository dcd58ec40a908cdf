import type { ConnectionView, TillView } from '#contract/till.ts'
import { type Instant, localDate, localTime } from '#domain/clock/local-time.ts'
import { useText } from '../i18n/use-text.ts'
import { shortAgeText } from '../ui/age.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { usePapers } from '../ui/live.ts'
import { useNow } from '../ui/use-now.ts'
import './shell.css'

export type Door = 'settings' | 'service' | 'waiting' | 'contingency' | 'attention' | 'papers' | 'training' | 'day'

type StatusBarProps = { readonly till: TillView; readonly onOpen: (door: Door) => void }

const connectionLook = ({ state, ministrySilent }: ConnectionView): 'good' | 'waiting' | 'bad' => {
  if (state === 'key_refused' || state === 'issuer_refused' || state === 'environment_wrong') return 'bad'
  return state === 'online' && !ministrySilent ? 'good' : 'waiting'
}

const CONNECTION_ICONS = { good: 'online', waiting: 'unplugged', bad: 'alert' } as const

type ItemProps = {
  readonly icon: IconName
  readonly look: string
  readonly name: string
  /** Where there is little room its icon has to do. */
  readonly isQuiet?: boolean
  readonly onOpen: () => void
}

const Item = ({ icon, look, name, isQuiet, onOpen }: ItemProps) => (
  <button type="button" className={`status-item mark-${look}${isQuiet ? ' status-quiet' : ''}`} onClick={onOpen}>
    <Icon name={icon} />
    <span>{name}</span>
  </button>
)

const Papers = ({ onOpen }: { readonly onOpen: () => void }) => {
  const text = useText()
  const count = usePapers(true).at(-1)?.number ?? 0
  return <Item icon="document" look="plain" name={text('shell.papers', { count })} onOpen={onOpen} />
}

/** "10:42", and since another day "21/11 10:42". */
export const sinceText = (since: Instant, now: Instant): string => {
  if (localDate(since) === localDate(now)) return localTime(since)
  const [, month = '', day = ''] = localDate(since).split('-')
  return `${day}/${month} ${localTime(since)}`
}

/** How the till is, in one line; each thing said is the door to where it can be seen to. */
export const StatusBar = ({ till, onOpen }: StatusBarProps) => {
  const text = useText()
  const now = useNow(5_000)
  const { connection, pending, printer } = till
  const look = connectionLook(connection)
  const isSilent = connection.state === 'online' && connection.ministrySilent
  return (
    <nav className="status" aria-label={text('shell.status')}>
      <button
        type="button"
        className="status-item status-who"
        aria-label={`${text('shell.settings')}: ${till.shop}, ${till.till}, ${till.cashier}`}
        onClick={() => onOpen('settings')}
      >
        <Icon name="gear" />
        <span>{text('shell.who', { shop: till.shop, till: till.till, cashier: till.cashier })}</span>
      </button>
      {till.mode === 'training' && (
        <>
          <Item icon="school" look="plain" isQuiet name={text('shell.simulator')} onOpen={() => onOpen('training')} />
          <Papers onOpen={() => onOpen('papers')} />
        </>
      )}
      <Item
        icon={isSilent ? 'cloud' : CONNECTION_ICONS[look]}
        look={look}
        name={text(isSilent ? 'shell.connection.silent' : `shell.connection.${connection.state}`, {
          since: sinceText(connection.since, now),
        })}
        onOpen={() =>
          onOpen(look === 'bad' || connection.state === 'no_key' ? 'service' : isSilent ? 'contingency' : 'waiting')
        }
      />
      <Item
        icon="clock"
        look={pending.count > 0 ? 'waiting' : 'plain'}
        name={
          pending.oldestAt === null
            ? text('shell.pending', { count: pending.count })
            : text('shell.pending_since', { count: pending.count, age: shortAgeText(pending.oldestAt, now, text) })
        }
        onOpen={() => onOpen('waiting')}
      />
      {till.attention > 0 && (
        <Item
          icon="alert"
          look="bad"
          name={text('shell.attention', { count: till.attention })}
          onOpen={() => onOpen('attention')}
        />
      )}
      <Item
        icon="printer"
        look={printer.state === 'trouble' ? 'bad' : printer.state === 'ready' ? 'good' : 'plain'}
        isQuiet={printer.state === 'ready'}
        name={text(`shell.printer.${printer.state}`)}
        onOpen={() => onOpen('papers')}
      />
      <button type="button" className="status-item status-clock status-quiet" onClick={() => onOpen('day')}>
        <Icon name="calendar" />
        <span>{text('shell.day')} </span>
        <time>{localTime(now)}</time>
      </button>
    </nav>
  )
}
