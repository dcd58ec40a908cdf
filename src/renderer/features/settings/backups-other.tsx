import { type FormEvent, useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

/** A backup that is not in the till's own folder, by its path. */
export const BackupsOther = ({ onRestore }: { readonly onRestore: (file: string) => void }) => {
  const text = useText()
  const [file, setFile] = useState('')
  const choose = (event: FormEvent) => {
    event.preventDefault()
    onRestore(file.trim())
  }
  return (
    <form className="backups-other" onSubmit={choose} noValidate>
      <Field label={text('backups.other')} hint={text('backups.other_hint')}>
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            spellCheck={false}
            value={file}
            onChange={(event) => setFile(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" disabled={file.trim() === ''}>
        {text('backups.choose')}
      </Button>
    </form>
  )
}
