import type { BackupView } from '#contract/backups.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Icon } from '../../ui/icons.tsx'
import { sizeText } from '../../ui/size-text.ts'
import { whenText } from '../../ui/when-text.ts'

type BackupsListProps = { readonly list: readonly BackupView[]; readonly onRestore: (backup: BackupView) => void }

/** The newest first: when, how many sales, how large, and whether it was opened and checked. */
export const BackupsList = ({ list, onRestore }: BackupsListProps) => {
  const text = useText()
  if (list.length === 0) return <Empty icon="clock" title={text('backups.none')} />
  return (
    <ul className="backups-list" aria-label={text('backups.list')}>
      {list.map((backup) => (
        <li key={backup.name}>
          <strong>{whenText(backup.at)}</strong>
          <span>{backup.sales === null ? '—' : text('backups.sales', { count: backup.sales })}</span>
          <span className="backups-size">{sizeText(backup.bytes)}</span>
          <span className={backup.sales === null ? 'mark-waiting' : 'mark-good'}>
            <Icon name={backup.sales === null ? 'question' : 'check'} />
            {text(backup.sales === null ? 'backups.unchecked' : 'backups.checked')}
          </span>
          <Button
            look="quiet"
            aria-label={text('backups.restore_named', { when: whenText(backup.at) })}
            onClick={() => onRestore(backup)}
          >
            {text('backups.restore')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
