import { createSign, generateKeyPairSync } from 'node:crypto'

/** DER: a tag, a length, what is in it. Lengths here stay below 64 kB. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
const integer = (value: number): Buffer => der(0x02, Buffer.from([value]))
const utcTime = (at: Date): Buffer =>
  der(
    0x17,
    Buffer.from(
      `${at
        .toISOString()
        .replaceAll(/[-:T]|\.\d+/g, '')
        .slice(2, 14)}Z`,
    ),
  )
const bitString = (bytes: Uint8Array): Buffer => der(0x03, Buffer.from([0]), bytes)

/** ecdsa-with-SHA256 (RFC 5758) and commonName (RFC 5280). */
const ECDSA_WITH_SHA256 = sequence(der(0x06, Buffer.from('2a8648ce3d040302', 'hex')))
const COMMON_NAME = der(0x06, Buffer.from('550403', 'hex'))

const DAY_MS = 86_400_000

/** A certificate for `name` that nobody vouches for but itself, good from yesterday until tomorrow. */
export const selfSignedCertificate = (name: string): { readonly key: string; readonly cert: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const subject = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(name)))))
  const now = Date.now()
  const unsigned = sequence(
    integer(1),
    ECDSA_WITH_SHA256,
    subject,
    sequence(utcTime(new Date(now - DAY_MS)), utcTime(new Date(now + DAY_MS))),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = createSign('sha256').update(unsigned).sign(privateKey)
  const whole = sequence(unsigned, ECDSA_WITH_SHA256, bitString(signature)).toString('base64')
  const lines = whole.match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  }
}
