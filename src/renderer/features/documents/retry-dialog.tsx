import { useQuery } from '@tanstack/react-query'
import type { DocumentFilters } from '#contract/documents.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'
import { countRetryable } from './retry-listed.ts'

type RetryDialogProps = {
  readonly filters: DocumentFilters
  readonly onRetry: (count: number) => void
  readonly onClose: () => void
}

/** Before many are retried at once: how many they are, and for how many it will hardly help. */
export const RetryDialog = ({ filters, onRetry, onClose }: RetryDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client } = useEngine()
  const { data, isError, refetch } = useQuery({
    queryKey: ['retryable', filters],
    queryFn: ({ signal }) => countRetryable(client, filters, signal),
    gcTime: 0,
  })
  return (
    <Modal shape="narrow" title={text('documents.retry_title')} onClose={onClose}>
      <div className="retry-words">
        {isError && (
          <Notice kind="error">
            {sentence({ code: 'engine_silent' })}
            <Button onClick={() => refetch()}>{text('common.retry')}</Button>
          </Notice>
        )}
        {!isError && data === undefined && <p role="status">{text('documents.retry_counting')}</p>}
        {data?.count === 0 && <p role="status">{text('documents.retried_none')}</p>}
        {data && data.count > 0 && (
          <>
            <p role="status">{text('documents.retry_count', { count: data.count })}</p>
            <p className="field-hint">{text('documents.retry_safe')}</p>
          </>
        )}
        {data && data.refused > 0 && (
          <Notice kind="attention">{text('documents.retry_refused', { count: data.refused })}</Notice>
        )}
      </div>
      <div className="modal-actions">
        <Button data-focus-first onClick={onClose}>
          {text(data?.count === 0 ? 'common.close' : 'common.cancel')}
        </Button>
        {data && data.count > 0 && (
          <Button look="main" icon="retry" onClick={() => onRetry(data.count)}>
            {text('documents.retry_them', { count: data.count })}
          </Button>
        )}
      </div>
    </Modal>
  )
}
