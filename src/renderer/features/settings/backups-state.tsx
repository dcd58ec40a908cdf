import type { BackupsView } from '#contract/backups.ts'
import { useText } from '../../i18n/use-text.ts'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import { whenText } from '../../ui/when-text.ts'

/** The last good backup, and whatever is wrong: here, in the second place, or with another till of the same codes. */
export const BackupsState = ({ view }: { readonly view: BackupsView }) => {
  const text = useText()
  const sentence = useSentence()
  const last = view.list.find(({ sales }) => sales !== null)
  const { second, trouble, twin } = view
  return (
    <>
      {trouble && (
        <Notice kind="error">{text('backups.trouble', { sentence: sentence({ code: trouble.code }) })}</Notice>
      )}
      {second?.trouble && (
        <Notice kind="attention">
          {text('backups.second_trouble', { sentence: sentence({ code: second.trouble.code }) })}
        </Notice>
      )}
      {twin && <Notice kind="attention">{text('notice.twin', { host: twin.host })}</Notice>}
      <p>
        {last?.sales != null && (
          <strong>
            {text('backups.last', {
              when: whenText(last.at),
              sales: text('backups.sales', { count: last.sales }),
            })}{' '}
          </strong>
        )}
        <span className="field-hint">{text('backups.folder', { folder: view.folder })}</span>
        {second && !second.trouble && (
          <span className="field-hint">
            {' · '}
            {second.at === null
              ? text('backups.second_waiting')
              : text('backups.second_at', { when: whenText(second.at) })}
          </span>
        )}
      </p>
    </>
  )
}
