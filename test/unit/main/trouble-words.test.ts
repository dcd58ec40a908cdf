import { expect, test, vi } from 'vitest'
import { TillNotOpened } from '../../../src/main/till-not-opened.ts'
import { openingTrouble, unexpectedTrouble } from '../../../src/main/trouble-words.ts'

test('a known trouble is said with what to do, what is safe, and its code', () => {
  expect(openingTrouble(new TillNotOpened('till_already_open'))).toEqual({
    title: 'Torogoz no pudo abrir la caja',
    text: expect.stringMatching(/ya está abierta[\s\S]*no se han tocado[\s\S]*\(till_already_open\)/),
  })
  const full = Object.assign(new Error('mkdir /x'), { code: 'ENOSPC' })
  expect(openingTrouble(full).text).toMatch(/carpeta de datos[\s\S]*no se han tocado[\s\S]*data_folder_unusable/)
})

test('an unknown trouble has an id, under which the log keeps the cause', () => {
  const log = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const { text } = openingTrouble(new TypeError('x is not a function'))
  const { title } = unexpectedTrouble('plain text')
  const logged = log.mock.calls.map(([line]) => JSON.parse(String(line)))
  log.mockRestore()
  expect(title).toBe('Torogoz tiene que cerrarse')
  expect(logged).toEqual([
    expect.objectContaining({ event: 'unexpected', name: 'TypeError', message: 'x is not a function' }),
    expect.objectContaining({ event: 'unexpected', message: 'plain text' }),
  ])
  expect(text).toContain(`(${logged[0].id}: x is not a function)`)
})
