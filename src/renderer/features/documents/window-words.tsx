import type { DocumentDetailView } from '#contract/documents.ts'
import { useText } from '../../i18n/use-text.ts'
import { dayText } from '../../ui/days.ts'
import { Notice } from '../../ui/notice.tsx'

/** Until when a document can be cancelled, and what comes of it later. */
export const WindowWords = ({ document }: { readonly document: DocumentDetailView }) => {
  const text = useText()
  const { cancelWindow } = document
  if (cancelWindow === null) return null
  if (cancelWindow.kind === 'open')
    return <Notice kind="info">{text('after.window_open', { date: dayText(cancelWindow.until) })}</Notice>
  return (
    <Notice kind="attention">{text(`after.window_${cancelWindow.kind}`, { date: dayText(cancelWindow.since) })}</Notice>
  )
}
