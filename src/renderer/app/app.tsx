import { Activity, useEffect, useRef, useState } from 'react'
import type { DeadlineView } from '#contract/till.ts'
import { DayScreen } from '../features/day/day-screen.tsx'
import { DocumentsScreen, type DocumentsStart } from '../features/documents/documents-screen.tsx'
import { type ListFilters, NO_FILTERS } from '../features/documents/list-filters.ts'
import { HelpDialog } from '../features/help/help-dialog.tsx'
import { NewestPaper } from '../features/papers/newest-paper.tsx'
import { PapersDrawer } from '../features/papers/papers-drawer.tsx'
import { DataNotices } from '../features/rescue/data-notices.tsx'
import { type SettingsPart, SettingsScreen } from '../features/settings/settings-screen.tsx'
import { TrainingPanel } from '../features/training/training-panel.tsx'
import { speak, useText } from '../i18n/use-text.ts'
import { Empty } from '../ui/empty.tsx'
import { useLinkState, useTill } from '../ui/engine.ts'
import { Icon } from '../ui/icons.tsx'
import { Counter } from './counter.tsx'
import { DeadlineBar, daysOf } from './deadline-bar.tsx'
import { LineBar } from './line-bar.tsx'
import { type Door, StatusBar } from './status-bar.tsx'

type Screen =
  | { readonly kind: 'sale' }
  /** Each visit begins at its start, even where the screen is in front already. */
  | { readonly kind: 'documents'; readonly start: DocumentsStart; readonly visit: number; readonly isFromDay: boolean }
  | { readonly kind: 'settings'; readonly part: SettingsPart }
  | { readonly kind: 'day' }

type Front = 'papers' | 'training' | 'help' | null

const SALE: Screen = { kind: 'sale' }

/** Which screen is in front, under the bars that every screen wears. */
export const App = () => {
  const text = useText()
  const till = useTill()
  const link = useLinkState()
  const [screen, setScreen] = useState<Screen>(SALE)
  const visits = useRef(0)
  /** What the list was last narrowed to by hand: found again by whoever comes back to it. */
  const narrowedTo = useRef<ListFilters>(NO_FILTERS)
  const [front, setFront] = useState<Front>(null)
  const language = till?.language ?? 'es'
  useEffect(() => speak(language), [language])

  const visitDocuments = (start: DocumentsStart) => {
    visits.current += 1
    const isFromDay = screen.kind === 'day' || (screen.kind === 'documents' && screen.isFromDay)
    setScreen({ kind: 'documents', start, visit: visits.current, isFromDay })
  }
  const listDocuments = () => visitDocuments({ filters: narrowedTo.current, externalRef: null })
  const listOnly = (only: Partial<ListFilters>) =>
    visitDocuments({ filters: { ...NO_FILTERS, ...only }, externalRef: null })
  const seeDocument = (externalRef: string) => visitDocuments({ filters: NO_FILTERS, externalRef })
  const seeDeadline = (deadline: DeadlineView) =>
    listOnly('hours' in deadline ? { filter: 'contingency' } : { filter: 'unissued', ...daysOf(deadline, Date.now()) })
  const open = (door: Door) => {
    if (door === 'settings') setScreen({ kind: 'settings', part: 'general' })
    else if (door === 'service') setScreen({ kind: 'settings', part: 'service' })
    else if (door === 'day') setScreen({ kind: 'day' })
    else if (door === 'waiting' || door === 'contingency' || door === 'attention') listOnly({ filter: door })
    else setFront(door)
  }
  const back = () => setScreen(SALE)
  const help = () => setFront('help')

  if (till === undefined)
    return (
      <Empty icon="clock" title={text(link === 'down' ? 'shell.silent' : 'shell.starting')}>
        {text(link === 'down' ? 'shell.silent_detail' : 'shell.starting_detail')}
      </Empty>
    )
  return (
    <div className="app">
      {till.mode === 'training' && <p className="training-band">{text('shell.training')}</p>}
      <StatusBar till={till} onOpen={open} />
      {link === 'down' ? (
        <div className="line-bar line-bar-silent" role="alert">
          <Icon name="unplugged" />
          <p>
            <strong>{text('shell.silent')}.</strong> {text('shell.silent_detail')}
          </p>
        </div>
      ) : (
        <LineBar till={till} onOpen={open} />
      )}
      <DataNotices onSettings={() => setScreen({ kind: 'settings', part: 'backups' })} />
      <DeadlineBar deadlines={till.deadlines} onSee={seeDeadline} />
      <Counter
        isShown={screen.kind === 'sale'}
        onDocuments={listDocuments}
        onDay={() => open('day')}
        onDocument={seeDocument}
        onHelp={help}
      />
      {screen.kind === 'documents' && (
        <DocumentsScreen
          key={screen.visit}
          start={screen.start}
          backLabel={text(screen.isFromDay ? 'common.back_to_day' : 'common.back_to_sale')}
          onFilters={(filters) => {
            narrowedTo.current = filters
          }}
          onBack={() => (screen.isFromDay ? open('day') : back())}
          onDay={() => open('day')}
          onHelp={help}
        />
      )}
      {(screen.kind === 'day' || (screen.kind === 'documents' && screen.isFromDay)) && (
        <Activity mode={screen.kind === 'day' ? 'visible' : 'hidden'}>
          <DayScreen onDocument={seeDocument} onDocuments={listDocuments} onBack={back} onHelp={help} />
        </Activity>
      )}
      {screen.kind === 'settings' && (
        <SettingsScreen key={screen.part} start={screen.part} onBack={back} onHelp={help} />
      )}
      {till.mode === 'training' && screen.kind === 'sale' && front !== 'papers' && (
        <NewestPaper onOpen={() => setFront('papers')} />
      )}
      {front === 'papers' && (
        <PapersDrawer
          onClose={() => setFront(null)}
          onSettings={() => {
            setFront(null)
            setScreen({ kind: 'settings', part: 'printer_section' })
          }}
        />
      )}
      {front === 'training' && <TrainingPanel onClose={() => setFront(null)} />}
      {front === 'help' && <HelpDialog onClose={() => setFront(null)} />}
    </div>
  )
}
