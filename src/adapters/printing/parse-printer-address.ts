import type { PrinterAddress } from '#application/ports/printing.ts'

const RAW_PORT = 9100

const tcpAddress = (text: string): PrinterAddress | null => {
  if (!URL.canParse(text)) return null
  const { hostname, port, pathname, search, hash, username, password } = new URL(text)
  const extra = [pathname === '/' ? '' : pathname, search, hash, username, password].join('')
  if (hostname === '' || extra !== '' || port === '0') return null
  return { kind: 'tcp', host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port === '' ? RAW_PORT : Number(port) }
}

/** Reads `tcp://host[:9100]`, `file:DIR` or `none`. Null where it is none of these. */
export const parsePrinterAddress = (text: string): PrinterAddress | null => {
  const address = text.trim()
  if (address === 'none') return { kind: 'none' }
  if (address.startsWith('tcp://')) return tcpAddress(address)
  const folder = address.startsWith('file:') ? address.slice('file:'.length) : ''
  return folder === '' ? null : { kind: 'folder', folder }
}
