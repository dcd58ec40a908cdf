import type { Dialog } from 'electron'
import type { Engine } from '#engine/create-engine.ts'

/** Nobody is there, or the machine is being shut down: it closes all the same. */
const LONGEST_QUESTION_MS = 30_000

const BUTTONS = {
  es: ['Cerrar de todos modos', 'Seguir en la caja'],
  en: ['Close anyway', 'Stay in the till'],
} as const

/**
 * Says what is pending and whether to close all the same; nothing pending, no question. Enter closes. What cannot be asked, or is not
 * answered in time, closes: nothing is lost by it.
 */
export const askBeforeQuit = async (
  dialog: Pick<Dialog, 'showMessageBox'>,
  closing: Engine['closing'],
  longestMs = LONGEST_QUESTION_MS,
): Promise<boolean> => {
  try {
    const { words, language } = closing()
    if (words === null) return true
    const signal = AbortSignal.timeout(longestMs)
    const { response } = await dialog.showMessageBox({
      type: 'warning',
      title: 'Torogoz',
      message: words.title,
      detail: [...words.lines, '', words.safe].join('\n'),
      buttons: [...BUTTONS[language]],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
      signal,
    })
    return response === 0 || signal.aborted
  } catch {
    return true
  }
}
