export const DEFAULT_API_URL = 'https://ocote.io/api/connect'

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '[::1]']

/** The API's base address without a slash at the end: https, or http on this machine. Null where it is neither. */
export const parseApiUrl = (text: string): string | null => {
  const url = URL.parse(text.trim())
  if (url?.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname))
  return safe ? (url.origin + url.pathname).replace(/\/+$/, '') : null
}

/** The form of an API key: `odt_` and 56 hexadecimal digits. */
export const isApiKey = (text: string): boolean => /^odt_[0-9a-f]{56}$/.test(text)
