import { expect, test } from 'vitest'
import { ROUTES } from '#adapters/ocote/routes.ts'

test('each type is issued, asked about and cancelled where the contract says', () => {
  expect(
    Object.entries(ROUTES).map(([docType, { issue, status, cancel, cancelStatus }]) =>
      [docType, issue, status, cancel, cancelStatus].join(' '),
    ),
  ).toEqual([
    '11 /invoice /status /invalidate /invalidate/status',
    '14 /suex /suex/status /invalidate/suex /invalidate/suex/status',
    '01 /invoice /status /invalidate /invalidate/status',
    '03 /invoice /status /invalidate /invalidate/status',
    '05 /credit-memo /credit-memo/status /invalidate /invalidate/status',
  ])
})
