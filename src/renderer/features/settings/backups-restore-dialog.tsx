import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Modal } from '../../ui/modal.tsx'

export type Chosen = {
  /** A name in the till's own folder, or a whole path. */
  readonly file: string
  readonly when: string
}

type RestoreDialogProps = {
  readonly chosen: Chosen
  readonly onRestore: (file: string) => Promise<void>
  readonly onClose: () => void
}

/** What going back means, before it is decided; it happens at the next start. */
export const BackupsRestoreDialog = ({ chosen, onRestore, onClose }: RestoreDialogProps) => {
  const text = useText()
  const [isBusy, setBusy] = useState(false)
  const restore = async () => {
    setBusy(true)
    await onRestore(chosen.file)
  }
  return (
    <Modal title={text('backups.restore_title')} onClose={onClose} closable={!isBusy}>
      <div className="backups-warning">
        <p>
          <strong>{text('backups.restore_what', { when: chosen.when })}</strong>
        </p>
        <p>{text('backups.restore_kept')}</p>
        <p>{text('backups.restore_asks')}</p>
        <div className="settings-actions">
          <Button data-focus-first disabled={isBusy} onClick={onClose}>
            {text('backups.restore_no')}
          </Button>
          <Button look="danger" disabled={isBusy} onClick={restore}>
            {text('backups.restore_yes')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
