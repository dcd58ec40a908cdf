import { saveFile } from './save-file.ts'

/** A letter is read, and printed, long after it was opened. */
const KEPT_MS = 600_000

/**
 * Opens a file in a tab of its own. Where no new window may be opened (in the program's own, or by a browser that waited too long for the file) it is
 * saved instead; says whether it was opened.
 */
export const openFile = (name: string, file: Blob): boolean => {
  const address = URL.createObjectURL(file)
  const opened = window.open(address)
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
  if (opened === null) saveFile(name, file)
  return opened !== null
}
