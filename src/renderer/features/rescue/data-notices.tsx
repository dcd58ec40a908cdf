import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { InstallationNoticeView } from '#contract/backups.ts'
import { type Text, useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Icon } from '../../ui/icons.tsx'

const LOOKED_AT_EVERY_MS = 60_000

const sentenceOf = ({ kind, facts }: InstallationNoticeView, text: Text): string => {
  if (kind === 'moved') return text('notice.moved')
  const brought = Number(facts.brought ?? 0)
  const numbers = String(facts.missed_numbers ?? '')
  return [
    text('notice.restored'),
    brought > 0 && text('notice.restored_brought', { count: brought }),
    numbers !== '' && text('notice.restored_missed', { numbers }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** What happened to the till's data that whoever stands at it should know: until it is seen; and a twin for as long as there is one. */
export const DataNotices = ({ onSettings }: { readonly onSettings: () => void }) => {
  const text = useText()
  const { client, queries } = useEngine()
  const cache = useQueryClient()
  const { data: view } = useQuery(queries.backups.view.queryOptions({ refetchInterval: LOOKED_AT_EVERY_MS }))
  if (!view) return null
  const see = async (noticeId: number) => {
    const answer = await client.backups.acknowledge({ noticeId }).catch(() => null)
    if (answer) cache.setQueryData(queries.backups.view.queryKey(), answer)
  }
  return (
    <>
      {view.notices.map((notice) => (
        <div key={notice.noticeId} className="line-bar" role="status">
          <Icon name="alert" />
          <p>{sentenceOf(notice, text)}</p>
          <Button look="quiet" onClick={() => void see(notice.noticeId)}>
            {text('notice.seen')}
          </Button>
        </div>
      ))}
      {view.twin && (
        <div className="line-bar" role="status">
          <Icon name="alert" />
          <p>{text('notice.twin', { host: view.twin.host })}</p>
          <Button look="quiet" onClick={onSettings}>
            {text('notice.go_settings')}
          </Button>
        </div>
      )}
    </>
  )
}
