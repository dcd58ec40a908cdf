import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useEngine } from '../../ui/engine.ts'
import { Notice } from '../../ui/notice.tsx'
import { useKeys } from '../../ui/use-keys.ts'
import { BackupsSection } from './backups-section.tsx'
import { KeySection } from './key-section.tsx'
import { ModeSection } from './mode-section.tsx'
import { PinSection } from './pin-section.tsx'
import { ShopForm } from './shop-form.tsx'
import './settings.css'

export const SETTINGS_PARTS = ['general', 'issuer', 'printer_section', 'service', 'backups', 'about'] as const
export type SettingsPart = (typeof SETTINGS_PARTS)[number]

type SettingsScreenProps = { readonly start: SettingsPart; readonly onBack: () => void; readonly onHelp: () => void }

export const SettingsScreen = ({ start, onBack, onHelp }: SettingsScreenProps) => {
  const text = useText()
  const { queries } = useEngine()
  const [part, setPart] = useState<SettingsPart>(start)
  const settings = useQuery(queries.settings.get.queryOptions({ staleTime: 0 }))
  useKeys([
    ['Escape', onBack],
    ['F1', onHelp],
  ])
  const view = settings.data

  return (
    <main className="settings">
      <header className="screen-head">
        <Button shortcut="Esc" onClick={onBack}>
          {text('common.back_to_sale')}
        </Button>
        <h1>{text('settings.title')}</h1>
      </header>
      <div className="settings-body">
        <nav className="settings-parts" aria-label={text('settings.sections')}>
          {SETTINGS_PARTS.map((each) => (
            <Button key={each} look="quiet" aria-pressed={part === each} onClick={() => setPart(each)}>
              {text(`settings.${each}`)}
            </Button>
          ))}
        </nav>
        {settings.isError && !view && (
          <Notice kind="error">
            {text('settings.failed')}
            <Button onClick={() => settings.refetch()}>{text('common.retry')}</Button>
          </Notice>
        )}
        {settings.isPending && <Empty icon="clock" title={text('common.loading')} />}
        {view && (
          <div className="settings-card">
            <ShopForm view={view} part={part} onPart={setPart} />
            {part === 'general' && <PinSection view={view} />}
            {part === 'service' && <KeySection view={view} />}
            {part === 'backups' && <BackupsSection />}
            {part === 'about' && <ModeSection view={view} />}
          </div>
        )}
      </div>
    </main>
  )
}
