/** Chromium knows no scheme of ours, but takes `*.localhost` for a secure place: app://torogoz/x is http://torogoz.app.localhost/x to it. */
const MAPPED = /^http:\/\/([^/]+)\.([a-z]+)\.localhost(\/.*)?$/

export const toChromium = (address: string): string => {
  const [, scheme, host, rest = '/'] = /^([a-z]+):\/\/([^/]+)(\/.*)?$/.exec(address) ?? []
  return scheme === undefined || ['http', 'https'].includes(scheme)
    ? address
    : `http://${host}.${scheme}.localhost${rest}`
}

export const toElectron = (address: string): string => {
  const [, host, scheme, rest = '/'] = MAPPED.exec(address) ?? []
  return scheme === undefined ? address : `${scheme}://${host}${rest}`
}
