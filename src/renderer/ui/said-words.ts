import type { Text, TextKey } from '../i18n/use-text.ts'

type SaidKey = Extract<TextKey, `said.${string}`>

/** The till's own codes for what an answer, or no answer, came to; their values are the groups of the pattern by name. */
const WORDS: readonly (readonly [RegExp, SaidKey])[] = [
  [/^duplicate_at_first_post$/, 'said.duplicate_at_first_post'],
  [/^ref (?<ref>.+), total (?<total>.+) ¢$/, 'said.another_sale'],
  [/^another_ref: (?<ref>.+)$/, 'said.another_ref'],
  [/^flags_not_in_table/, 'said.flags_not_in_table'],
  [/^answer_incomplete$/, 'said.answer_incomplete'],
  [/^answer_not_understood/, 'said.answer_not_understood'],
  [/^answer_not_settled$/, 'said.answer_not_settled'],
  [/^call_not_made$/, 'said.call_not_made'],
  [/^not_cancelled$/, 'said.not_cancelled'],
  [/^page_instead_of_answer$/, 'said.page_instead_of_answer'],
  [/^no_such_file$/, 'said.no_such_file'],
  [/^http_(?<status>\d+)$/, 'said.http_status'],
  [/^(ENOTFOUND|EAI_AGAIN|EAI_FAIL|ENODATA)$/, 'said.name_not_found'],
  [/^(ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT|E(NET|HOST)(UNREACH|DOWN)|EADDRNOTAVAIL)$/, 'said.not_connected'],
  [/^(ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET|UND_ERR_CLOSED)$/, 'said.cut_off'],
  [/TIMEOUT$|^(ETIMEDOUT|TimeoutError|AbortError|UND_ERR_ABORTED|no_answer)$/, 'said.too_late'],
  [/^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/, 'said.certificate'],
  [/^[0-9a-f]{64}$/, 'said.digest'],
]

const CENTS = /^\d+$/

/** What a detail says to whoever is at the counter; null where it is not the till's own code but words of the service or of MH. */
export const saidWords = (detail: string, text: Text, money: (cents: number) => string): string | null => {
  for (const [pattern, key] of WORDS) {
    const found = pattern.exec(detail)
    if (found === null) continue
    const { total, ...others } = found.groups ?? {}
    return text(key, { ...others, ...(total && { total: CENTS.test(total) ? money(Number(total)) : total }) })
  }
  return null
}
