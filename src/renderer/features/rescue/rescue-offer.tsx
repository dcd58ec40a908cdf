import { useState } from 'react'
import type { RescueCandidate } from '#contract/rescue.ts'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { whenText } from '../../ui/when-text.ts'
import { FindBackupDialog } from './find-backup-dialog.tsx'

type RescueOfferProps = {
  /** Null where there is no good backup. */
  readonly candidate: RescueCandidate | null
  readonly isChosen: boolean
  readonly isBusy: boolean
  readonly onRestore: () => void
  readonly onChoose: (candidate: RescueCandidate) => void
}

const kindOf = ({ isPresent }: RescueCandidate, isChosen: boolean) => {
  if (isPresent) return 'rescue.present'
  return isChosen ? 'rescue.chosen' : 'rescue.newest'
}

/** What the till can go on with, and what becomes of the rest. */
export const RescueOffer = ({ candidate, isChosen, isBusy, onRestore, onChoose }: RescueOfferProps) => {
  const text = useText()
  const [isFinding, setFinding] = useState(false)
  return (
    <section aria-labelledby="rescue-offer">
      <h2 id="rescue-offer">{text('rescue.offer')}</h2>
      {candidate ? (
        <div className="rescue-candidate">
          <strong>{text(kindOf(candidate, isChosen))}</strong>
          <span>
            {text('rescue.facts', {
              when: whenText(candidate.at),
              sales: text('backups.sales', { count: candidate.sales }),
              last: candidate.lastSaleAt === null ? text('rescue.no_sale') : whenText(candidate.lastSaleAt),
            })}
          </span>
          <code>{candidate.file}</code>
        </div>
      ) : (
        <p>
          <strong>{text('rescue.none')}</strong> {text('rescue.none_hint')}
        </p>
      )}
      <p className="field-hint">{text('rescue.after')}</p>
      <div className="rescue-actions">
        <Button disabled={isBusy} onClick={() => setFinding(true)}>
          {text('rescue.other')}
        </Button>
        <Button look="main" large disabled={isBusy} onClick={onRestore}>
          {text(
            candidate === null ? 'rescue.read_only' : candidate.isPresent ? 'rescue.open_present' : 'rescue.restore',
          )}
        </Button>
      </div>
      {isFinding && (
        <FindBackupDialog
          onFound={(found) => {
            onChoose(found)
            setFinding(false)
          }}
          onClose={() => setFinding(false)}
        />
      )}
    </section>
  )
}
