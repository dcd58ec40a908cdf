import { useText } from '../../i18n/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Switch } from '../../ui/switch.tsx'
import { PrinterTest } from './printer-test.tsx'
import type { Draft } from './settings-draft.ts'

export type PartProps = {
  readonly draft: Draft
  readonly set: (patch: Partial<Draft>) => void
  readonly errorAt: (path: string) => string | null
  readonly isDirty: boolean
}

type LineProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | null
  readonly hint?: string
  readonly inputMode?: 'numeric' | 'url'
}

const TextLine = ({ label, value, onChange, error, hint, inputMode }: LineProps) => (
  <Field label={label} error={error} hint={hint}>
    {(control) => (
      <input
        {...control}
        autoComplete="off"
        spellCheck={false}
        {...(inputMode && { inputMode })}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
)

export const GeneralPart = ({ draft, set, errorAt }: PartProps) => {
  const text = useText()
  return (
    <>
      <div className="field">
        <span className="field-label">{text('settings.language')}</span>
        <fieldset className="choice-row" aria-label={text('settings.language')}>
          {(['es', 'en'] as const).map((language) => (
            <Button
              key={language}
              lang={language}
              aria-pressed={draft.language === language}
              onClick={() => set({ language })}
            >
              {text(`settings.language_${language}`)}
            </Button>
          ))}
        </fieldset>
      </div>
      <TextLine
        label={text('settings.cashier')}
        value={draft.cashier}
        error={errorAt('cashier')}
        onChange={(cashier) => set({ cashier })}
      />
      <div className="settings-pair">
        {(['storeCode', 'tillCode'] as const).map((code) => (
          <TextLine
            key={code}
            label={text(`settings.${code}`)}
            value={draft[code]}
            error={errorAt(code)}
            hint={text('settings.code_hint')}
            onChange={(value) => set({ [code]: value.toUpperCase() })}
          />
        ))}
      </div>
    </>
  )
}

const ISSUER_FIELDS = ['tradeName', 'legalName', 'nit', 'nrc', 'activity', 'address'] as const

export const IssuerPart = ({ draft, set, errorAt }: PartProps) => {
  const text = useText()
  return (
    <div className="settings-issuer">
      {ISSUER_FIELDS.map((field) => (
        <TextLine
          key={field}
          label={text(`settings.${field}`)}
          value={draft.issuer[field]}
          error={errorAt(`issuer.${field}`)}
          onChange={(value) => set({ issuer: { ...draft.issuer, [field]: value } })}
        />
      ))}
    </div>
  )
}

export const PrinterPart = ({ draft, set, errorAt, isDirty }: PartProps) => {
  const text = useText()
  return (
    <>
      <TextLine
        label={text('settings.printer')}
        value={draft.printer}
        error={errorAt('printer')}
        hint={text('settings.printer_hint')}
        onChange={(printer) => set({ printer })}
      />
      <PrinterTest isDirty={isDirty} />
      <div className="field">
        <span className="field-label">{text('settings.paperWidth')}</span>
        <fieldset className="choice-row" aria-label={text('settings.paperWidth')}>
          {(['80', '58'] as const).map((paperWidth) => (
            <Button key={paperWidth} aria-pressed={draft.paperWidth === paperWidth} onClick={() => set({ paperWidth })}>
              {text(`settings.width_${paperWidth}`)}
            </Button>
          ))}
        </fieldset>
      </div>
      <Switch
        label={text('settings.printAutomatically')}
        isOn={draft.printAutomatically}
        onChange={(printAutomatically) => set({ printAutomatically })}
      />
      <TextLine
        label={text('settings.counterSeconds')}
        value={draft.counterSeconds}
        inputMode="numeric"
        error={errorAt('counterSeconds')}
        hint={text('settings.counter_hint')}
        onChange={(counterSeconds) => set({ counterSeconds })}
      />
    </>
  )
}

const HOURS = ['contingencyWarnHours', 'contingencyAlarmHours'] as const

export const ServicePart = ({ draft, set, errorAt }: PartProps) => {
  const text = useText()
  return (
    <>
      <TextLine
        label={text('settings.apiUrl')}
        value={draft.apiUrl}
        inputMode="url"
        error={errorAt('apiUrl')}
        onChange={(apiUrl) => set({ apiUrl })}
      />
      <div className="field">
        <span className="field-label">{text('settings.environment')}</span>
        <fieldset className="choice-row" aria-label={text('settings.environment')}>
          {(['01', '00'] as const).map((environment) => (
            <Button
              key={environment}
              aria-pressed={draft.environment === environment}
              onClick={() => set({ environment })}
            >
              {text(`settings.environment_${environment}`)}
            </Button>
          ))}
        </fieldset>
        <p className="field-hint">{text('settings.environment_hint')}</p>
      </div>
      <div className="settings-pair">
        {HOURS.map((field) => (
          <TextLine
            key={field}
            label={text(`settings.${field}`)}
            value={draft[field]}
            inputMode="numeric"
            error={errorAt(field)}
            hint={text('settings.hours_hint')}
            onChange={(value) => set({ [field]: value })}
          />
        ))}
      </div>
      <TextLine
        label={text('settings.closesAt')}
        value={draft.closesAt}
        error={errorAt('closesAt')}
        hint={text('settings.closes_hint')}
        onChange={(closesAt) => set({ closesAt })}
      />
    </>
  )
}
