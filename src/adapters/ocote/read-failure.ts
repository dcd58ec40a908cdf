import type { Outcome } from '#domain/document/outcome.ts'

/** Failures from before a connection stood: nothing was sent. */
const BEFORE_CONNECTING: readonly RegExp[] = [
  /^(ENOTFOUND|EAI_AGAIN|EAI_FAIL|ENODATA)$/,
  /^(ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT)$/,
  /^(CERT_|ERR_TLS_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/,
  /^ERR_SSL_(WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE)$/,
]

/** These may also cut a connection that stood: only from the call that makes one do they mean that nothing was sent. */
const WHILE_CONNECTING = /^(ENETUNREACH|EHOSTUNREACH|ENETDOWN|EHOSTDOWN|EADDRNOTAVAIL)$/

type SystemError = { readonly code: string; readonly syscall: string }

const errorsOf = (cause: unknown): readonly SystemError[] => {
  if (!(cause instanceof Error)) return []
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : null
  const syscall = 'syscall' in cause && typeof cause.syscall === 'string' ? cause.syscall : ''
  const inner = cause instanceof AggregateError ? cause.errors : [cause.cause]
  return [...(code === null ? [] : [{ code, syscall }]), ...inner.flatMap(errorsOf)]
}

const isBeforeSending = ({ code, syscall }: SystemError): boolean =>
  BEFORE_CONNECTING.some((pattern) => pattern.test(code)) || (syscall === 'connect' && WHILE_CONNECTING.test(code))

/** What a call that brought no answer means: surely never arrived, or unknown. */
export const readFailure = (cause: unknown): Extract<Outcome, { kind: 'unreachable' | 'unknown' }> => {
  const errors = errorsOf(cause)
  const detail = errors[0]?.code ?? (cause instanceof Error ? cause.name : 'no_answer')
  return { kind: errors.length > 0 && errors.every(isBeforeSending) ? 'unreachable' : 'unknown', detail }
}
