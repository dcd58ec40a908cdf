import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { RefusalView } from '#contract/values.ts'
import { localTime } from '#domain/clock/local-time.ts'
import type { OpenSale } from '#domain/sale/sale.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { dollars } from '../../ui/dollars.ts'
import { Empty } from '../../ui/empty.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Modal } from '../../ui/modal.tsx'
import { Notice } from '../../ui/notice.tsx'
import { useSentence } from '../../ui/use-sentence.ts'

type HeldSalesDialogProps = {
  readonly open: OpenSale
  readonly onHeld: () => void
  readonly onResumed: (sale: OpenSale) => void
  readonly onClose: () => void
}

const plain = ({ lines, customer, docType = '01' }: OpenSale) => ({ lines: [...lines], customer, docType })

/** Sets the open sale aside for later, or takes one back; an open sale is never dropped for it. */
export const HeldSalesDialog = ({ open, onHeld, onResumed, onClose }: HeldSalesDialogProps) => {
  const text = useText()
  const sentence = useSentence()
  const { client, queries } = useEngine()
  const held = useQuery(queries.sale.held.queryOptions({ staleTime: 0 }))
  const [refused, setRefused] = useState<RefusalView | null>(null)
  const [isBusy, setBusy] = useState(false)
  const hasLines = open.lines.length > 0

  const run = async (work: () => Promise<RefusalView | null>) => {
    setBusy(true)
    setRefused(await work())
    setBusy(false)
    await held.refetch()
  }
  const hold = () =>
    run(async () => {
      const answer = await ask(client.sale.hold(plain(open)))
      if (!answer.ok) return answer.error
      onHeld()
      return null
    })
  const resume = (heldId: number) =>
    run(async () => {
      const aside = hasLines ? await ask(client.sale.hold(plain(open))) : null
      if (aside && !aside.ok) return aside.error
      const answer = await ask(client.sale.resume({ heldId }))
      if (answer.ok) onResumed(answer.value.sale)
      else if (aside) onHeld()
      return answer.ok ? null : answer.error
    })

  return (
    <Modal title={text('held.title')} onClose={onClose}>
      {refused && <Notice kind="error">{sentence(refused)}</Notice>}
      {hasLines && (
        <Button look="main" large icon="pause" data-focus-first disabled={isBusy} onClick={hold}>
          {text('held.hold_this')}
        </Button>
      )}
      {held.isError && <Notice kind="error">{text('held.failed')}</Notice>}
      {held.data?.length === 0 && (
        <Empty icon="clock" title={text('held.none')}>
          {text('held.none_detail')}
        </Empty>
      )}
      {(held.data?.length ?? 0) > 0 && hasLines && <p className="field-hint">{text('held.swaps')}</p>}
      <ul className="held-list">
        {(held.data ?? []).map(({ heldId, heldAt, sale, total }) => (
          <li key={heldId}>
            <span className="held-what">
              <strong>{sale.customer?.name ?? sale.lines[0]?.description ?? ''}</strong>
              <small>
                {localTime(heldAt)} · {text('held.lines', { count: sale.lines.length })}
                {sale.docType && sale.docType !== '01' && ` · ${text(`sale.type_${sale.docType}`)}`}
              </small>
            </span>
            <strong className="held-total">{dollars(total)}</strong>
            <Button
              disabled={isBusy}
              aria-label={text('held.resume_named', { time: localTime(heldAt) })}
              onClick={() => resume(heldId)}
              {...(!hasLines && { 'data-focus-first': true })}
            >
              {text('held.resume')}
            </Button>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
