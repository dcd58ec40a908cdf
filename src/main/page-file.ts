import path from 'node:path'

const decoded = (text: string): string | null => {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

/** The file of the built page that an address names; null for every other host and for whatever lies outside the folder. */
export const pageFile = (folder: string, address: string): string | null => {
  const url = URL.parse(address)
  const asked = url?.host === 'torogoz' ? decoded(url.pathname) : null
  if (asked === null || asked.includes('\0')) return null
  const file = path.join(folder, asked === '/' ? 'index.html' : asked)
  return file.startsWith(folder + path.sep) ? file : null
}
