import { expect, test } from 'vitest'
import { checkDraft, type Draft } from '../../../src/renderer/features/settings/settings-draft.ts'

const draft: Draft = {
  language: 'es',
  cashier: 'Ana',
  storeCode: 'T01',
  tillCode: 'C01',
  issuer: { tradeName: 'Tienda Demo', legalName: '', nit: '', nrc: '', activity: '', address: '' },
  printer: 'none',
  paperWidth: '80',
  printAutomatically: true,
  counterSeconds: '6',
  apiUrl: 'https://ocote.io/api/connect',
  contingencyWarnHours: '24',
  contingencyAlarmHours: '72',
  closesAt: '18:00',
  secondBackupFolder: '',
  environment: '01',
}

test('a right draft is what the contract takes', () => {
  expect(checkDraft(draft)).toEqual({
    settings: { ...draft, counterSeconds: 6, contingencyWarnHours: 24, contingencyAlarmHours: 72 },
    wrong: {},
  })
})

test('every wrong field has its own sentence', () => {
  const wrong = checkDraft({
    ...draft,
    cashier: '',
    storeCode: 'tienda 1',
    counterSeconds: '0',
    apiUrl: 'ocote',
    contingencyWarnHours: 'mucho',
    contingencyAlarmHours: '169',
    closesAt: '25:00',
    issuer: { ...draft.issuer, nit: '1'.repeat(21) },
  })
  expect(wrong).toEqual({
    settings: null,
    wrong: {
      cashier: 'settings.wrong_cashier',
      storeCode: 'settings.wrong_code',
      counterSeconds: 'settings.wrong_seconds',
      apiUrl: 'settings.wrong_url',
      contingencyWarnHours: 'settings.wrong_hours',
      contingencyAlarmHours: 'settings.wrong_hours',
      closesAt: 'settings.wrong_time',
      'issuer.nit': 'settings.wrong_long',
    },
  })
})
