import { useText } from '../../i18n/use-text.ts'
import { Field } from '../../ui/field.tsx'
import type { PartProps } from './shop-parts.tsx'

/** Where backups go besides the till's own disk. */
export const BackupsPart = ({ draft, set, errorAt }: PartProps) => {
  const text = useText()
  return (
    <Field label={text('backups.second')} error={errorAt('secondBackupFolder')} hint={text('backups.second_hint')}>
      {(control) => (
        <input
          {...control}
          autoComplete="off"
          spellCheck={false}
          value={draft.secondBackupFolder}
          onChange={(event) => set({ secondBackupFolder: event.target.value })}
        />
      )}
    </Field>
  )
}
