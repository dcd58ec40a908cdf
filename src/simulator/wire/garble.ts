import type { Garbling } from '../controls.ts'

type Answer = Readonly<Record<string, unknown>>

/** The same value as another type of JSON. */
const otherType = (value: unknown): unknown => {
  if (typeof value === 'string') return { text: value }
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 7
}

const mapped = (answer: Answer, change: (value: unknown, name: string) => unknown): Answer =>
  Object.fromEntries(Object.entries(answer).map(([name, value]) => [name, change(value, name)]))

const MISSING = ['dte_success', 'external_ref', 'control_number', 'generation_code', 'amount_gross']

const GARBLED: { readonly [K in Garbling]: (answer: Answer) => unknown } = {
  not_json: (answer) => answer,
  other_types: (answer) => mapped(answer, otherType),
  missing_fields: (answer) => Object.fromEntries(Object.entries(answer).filter(([name]) => !MISSING.includes(name))),
  null_flags: (answer) => mapped(answer, (value) => (typeof value === 'boolean' ? null : value)),
  odd_flags: (answer) => ({ ...answer, success: true, dte_success: true, contingency: true, rejected: true }),
  not_an_object: (answer) => [answer],
  unknown_fields: (answer) => ({ ...answer, nueva_version: { campos: [1, null, 'dos'] }, constructor: 'nadie' }),
}

/** An answer with its status and headers and another body. */
export const garble = async (response: Response, as: Garbling): Promise<Response> => {
  const text = JSON.stringify(GARBLED[as]((await response.json()) as Answer))
  return new Response(as === 'not_json' ? `${text.slice(0, -1)},}` : text, {
    status: response.status,
    headers: response.headers,
  })
}
