import { expect, test } from 'vitest'
import { openDatabase } from '#adapters/sqlite/open-database.ts'
import { sqliteSettings } from '#adapters/sqlite/settings-store.ts'
import { openPermission } from '#engine/permission.ts'
import { manualClock } from '#support/manual-clock.ts'

const aShop = () => {
  const store = sqliteSettings(openDatabase(':memory:'))
  const clock = manualClock()
  return { store, clock, permission: openPermission(store, clock) }
}
const allowed = { ok: true, value: null }
const refused = (code: string) => ({ ok: false, error: { code, field: 'pin' } })

test('where the shop has set no PIN, anybody may', () => {
  const { permission } = aShop()
  expect([permission.isAsked(), permission.check(undefined), permission.check('1234')]).toEqual([
    false,
    allowed,
    allowed,
  ])
})

test('with a PIN, whoever knows it may, also after the till was started again', () => {
  const { store, clock, permission } = aShop()
  expect(permission.save('2468', '')).toEqual(allowed)
  const again = openPermission(store, clock)
  expect([again.isAsked(), again.check('2468'), again.check('2469'), again.check(''), again.check(undefined)]).toEqual([
    true,
    allowed,
    refused('pin_wrong'),
    refused('pin_required'),
    refused('pin_required'),
  ])
})

test.each(['123', '123456789', '12a4', ' 1234'])('a PIN is four to eight digits: “%s” is none', (pin) => {
  expect(aShop().permission.save(pin, '')).toEqual(refused('pin_invalid'))
})

test('only who knows it changes it or takes it away', () => {
  const { permission } = aShop()
  permission.save('2468', '')
  expect([permission.save('1357', '0000'), permission.save('', ''), permission.save('1357', '2468')]).toEqual([
    refused('pin_wrong'),
    refused('pin_required'),
    allowed,
  ])
  expect([permission.save('', '1357'), permission.isAsked(), permission.check(undefined)]).toEqual([
    allowed,
    false,
    allowed,
  ])
})

test('after five wrong ones none is looked at for half a minute, the right one neither', () => {
  const { permission, clock } = aShop()
  permission.save('2468', '')
  const wrong = Array.from({ length: 5 }, () => permission.check('0000'))
  expect(wrong).toEqual(Array(5).fill(refused('pin_wrong')))
  clock.advance(29_001)
  expect(permission.check('2468')).toEqual({
    ok: false,
    error: { code: 'pin_paused', field: 'pin', params: { seconds: 1 } },
  })
  clock.advance(999)
  expect(permission.check('2468')).toEqual(allowed)
})

test('the PIN itself is kept nowhere', () => {
  const { store, permission } = aShop()
  permission.save('24681357', '')
  expect(JSON.stringify(store.read('supervisor_pin'))).not.toContain('24681357')
})
