import type { MessageBoxOptions } from 'electron'
import { expect, test } from 'vitest'
import { closingWords } from '#domain/report/closing-words.ts'
import { askBeforeQuit } from '../../../src/main/ask-before-quit.ts'

const words = closingWords(
  {
    pending: { count: 3, oldestAt: null },
    inContingency: 0,
    cancelling: 0,
    attention: 1,
    printer: { waiting: 2, failed: 0 },
  },
  'es',
  0,
)

/** A box that is answered with this button, and what it asked. */
const aBox = (button: number) => {
  const asked: MessageBoxOptions[] = []
  const showMessageBox = async (...box: readonly unknown[]) => {
    asked.push(box.at(-1) as MessageBoxOptions)
    return { response: button, checkboxChecked: false }
  }
  return { asked, dialog: { showMessageBox } as never }
}

test('nothing pending is no question', async () => {
  const { asked, dialog } = aBox(1)
  expect([await askBeforeQuit(dialog, () => ({ words: null, language: 'es' })), asked]).toEqual([true, []])
})

test('what is pending is said, and Enter closes all the same', async () => {
  const { asked, dialog } = aBox(0)
  expect(await askBeforeQuit(dialog, () => ({ words, language: 'es' }))).toBe(true)
  expect(asked).toMatchObject([
    {
      message: 'Hay algo pendiente',
      detail: expect.stringMatching(
        /^3 ventas no tienen aún su factura.*\n1 documento espera.*\n2 papeles.*\n\nTodo lo cobrado/,
      ),
      buttons: ['Cerrar de todos modos', 'Seguir en la caja'],
      defaultId: 0,
      cancelId: 1,
    },
  ])
})

test('whoever wants to go on goes on', async () => {
  expect(await askBeforeQuit(aBox(1).dialog, () => ({ words, language: 'en' }))).toBe(false)
})

test('a question that cannot be asked, or that nobody answers, never keeps the program from closing', async () => {
  const broken = { showMessageBox: () => Promise.reject(new Error('no window')) } as never
  const unanswered = {
    showMessageBox: ({ signal }: MessageBoxOptions) =>
      new Promise((resolve) => signal?.addEventListener('abort', () => resolve({ response: 1 }))),
  } as never
  const failing = () => {
    throw new Error('the database is gone')
  }
  expect([
    await askBeforeQuit(broken, () => ({ words, language: 'es' })),
    await askBeforeQuit(unanswered, () => ({ words, language: 'es' }), 1),
    await askBeforeQuit(broken, failing),
  ]).toEqual([true, true, true])
})
