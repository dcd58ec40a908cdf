import { COUNTED, type Controls, type ControlsPatch, defaultControls, ENVIRONMENTS, GARBLINGS } from './controls.ts'

/** A patch that cannot be applied; the message names the control and is meant for a person. */
export class ControlsError extends Error {
  override readonly name = 'ControlsError'
}

type Check = (value: unknown, path: string) => void

const demand = (condition: boolean, path: string, expected: string): void => {
  if (!condition) throw new ControlsError(`${path}: ${expected} expected`)
}

const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, path) =>
    demand(allowed.includes(value), path, `one of ${allowed.map(String).join(', ')}`)

const integer =
  (least: number, most: number): Check =>
  (value, path) =>
    demand(
      Number.isSafeInteger(value) && Number(value) >= least && Number(value) <= most,
      path,
      `an integer from ${least} to ${most}`,
    )

const nullOr =
  (check: Check): Check =>
  (value, path) => {
    if (value !== null) check(value, path)
  }

const text: Check = (value, path) => demand(typeof value === 'string' && value !== '', path, 'a text')
const yesOrNo: Check = (value, path) => demand(typeof value === 'boolean', path, 'true or false')
const texts: Check = (value, path) =>
  demand(Array.isArray(value) && value.every((item) => typeof item === 'string'), path, 'a list of texts')

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const fields =
  (checks: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (!isPlainObject(value)) throw new ControlsError(`${path || 'controls'}: an object expected`)
    for (const [name, item] of Object.entries(value)) {
      const itemPath = path === '' ? name : `${path}.${name}`
      const check = Object.hasOwn(checks, name) ? checks[name] : undefined
      if (check === undefined) throw new ControlsError(`${itemPath}: there is no such control`)
      check(item, itemPath)
    }
  }

const count = integer(0, 1_000_000)
const anyOffset = integer(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER)

const checks: { readonly [K in keyof Controls]: Check } = {
  mh: oneOf('up', 'down'),
  shopOffline: yesOrNo,
  latencyMs: integer(0, 600_000),
  loseNextAnswers: count,
  loseNextCancellations: count,
  resetNext: fields({ count, when: oneOf('before_reading', 'after_reading') }),
  failNext: fields({ count, status: oneOf(500, 502, 503, 504), registers: yesOrNo }),
  throttleNext: fields({
    count,
    retryAfterSeconds: nullOr(integer(0, 86_400)),
    retryAfterAs: oneOf('seconds', 'date'),
  }),
  hideRateLimits: yesOrNo,
  captivePortal: yesOrNo,
  truncateNext: count,
  dripNext: fields({ count, bytesPerSecond: integer(1, 1_000_000) }),
  garbleNext: fields({ count, as: oneOf(...GARBLINGS) }),
  denyNextStatus: count,
  rejectNext: fields({ count, code: text, observations: texts }),
  keyRevoked: yesOrNo,
  rejectOnRevalidation: count,
  alterAmountsNextCents: integer(-100_000_000, 100_000_000),
  answerRefNext: nullOr(text),
  environment: oneOf(...ENVIRONMENTS),
  clockOffsetMs: anyOffset,
}

/** Turns anything into a whole, checked patch. Throws ControlsError; then nothing of it may be applied. */
export const parseControlsPatch = (value: unknown): Partial<Controls> => {
  fields(checks)(value, '')
  const patch = value as ControlsPatch
  const defaults = defaultControls()
  const whole = COUNTED.flatMap((name) =>
    patch[name] === undefined ? [] : [[name, { ...defaults[name], ...patch[name] }]],
  )
  return { ...patch, ...Object.fromEntries(whole) }
}
