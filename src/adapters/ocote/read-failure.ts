import type { Outcome } from '#domain/document/outcome.ts'

/** Failures from before a connection stood: nothing was sent. */
const BEFORE_CONNECTING: readonly RegExp[] = [
  /^(ENOTFOUND|EAI_AGAIN|EAI_FAIL|ENODATA)$/,
  /^(ECONNREFUSED|ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL)$/,
  /^UND_ERR_CONNECT_TIMEOUT$/,
  /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/,
]

const codesOf = (cause: unknown): readonly string[] => {
  if (!(cause instanceof Error)) return []
  const code = 'code' in cause && typeof cause.code === 'string' ? [cause.code] : []
  const inner = cause instanceof AggregateError ? cause.errors : [cause.cause]
  return [...code, ...inner.flatMap(codesOf)]
}

/** What a call that brought no answer means: surely never arrived, or unknown. */
export const readFailure = (cause: unknown): Extract<Outcome, { kind: 'unreachable' | 'unknown' }> => {
  const codes = codesOf(cause)
  const detail = codes[0] ?? (cause instanceof Error ? cause.name : 'no_answer')
  const surely = codes.length > 0 && codes.every((code) => BEFORE_CONNECTING.some((pattern) => pattern.test(code)))
  return { kind: surely ? 'unreachable' : 'unknown', detail }
}
