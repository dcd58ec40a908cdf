/** The browser may still read it for a while after the click. */
const KEPT_MS = 60_000

/** Hands a file over as a download; where it goes is the browser's to ask. */
export const saveFile = (name: string, file: Blob): void => {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
