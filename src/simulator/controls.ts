/** How an answer about a document is spoilt; all but the last are no answers of the contract. */
export const GARBLINGS = [
  'not_json',
  'other_types',
  'missing_fields',
  'null_flags',
  'odd_flags',
  'not_an_object',
  'unknown_fields',
] as const
export type Garbling = (typeof GARBLINGS)[number]

export const ENVIRONMENTS = ['00', '01'] as const
/** MH's test (00) and production (01) environments. */
export type Environment = (typeof ENVIRONMENTS)[number]

/** What a test or the training panel can make go wrong. Counters go down by themselves; everything is back with a reset. */
export type Controls = {
  /** Whether the Ministry answers. From 'down' to 'up', what is in contingency is judged at once. */
  mh: 'up' | 'down'
  /** The connection is destroyed as soon as a request comes in: nothing is read, nothing registered. */
  shopOffline: boolean
  /** Every answer waits this long, 0 to 600,000 ms; what was asked for has been done by then. */
  latencyMs: number
  /** So many issuing POSTs are registered and judged, and their answers lost. */
  loseNextAnswers: number
  /** So many cancellations are done and their answers lost; refused ones do not count. */
  loseNextCancellations: number
  /** The connections of the next requests are reset: as soon as they come in, or once their bodies were read. Nothing is registered. */
  resetNext: { count: number; when: 'before_reading' | 'after_reading' }
  /** With `registers` what was asked for is done before it fails. */
  failNext: { count: number; status: 500 | 502 | 503 | 504; registers: boolean }
  /** `retryAfterSeconds: null` leaves the header out. */
  throttleNext: { count: number; retryAfterSeconds: number | null; retryAfterAs: 'seconds' | 'date' }
  /** No answer carries the X-RateLimit headers. */
  hideRateLimits: boolean
  /** Every request gets the log-in page of somebody's Wi-Fi: 200, text/html. */
  captivePortal: boolean
  /** So many JSON answers stop half-way, with the content-length of the whole. */
  truncateNext: number
  /** So many answers trickle, files too. */
  dripNext: { count: number; bytesPerSecond: number }
  /** So many answers about documents are spoilt; what was asked for has been done. */
  garbleNext: { count: number; as: Garbling }
  /** So many status requests for documents that are there are answered 404, as a replica that lags behind does. */
  denyNextStatus: number
  /** MH refuses the next documents that it judges. */
  rejectNext: { count: number; code: string; observations: string[] }
  keyRevoked: boolean
  /** The next contingency documents that come to be judged again are refused. */
  rejectOnRevalidation: number
  /** The next answer's gross, taxable and due amounts are so many cents off; may be negative, 0 is off. */
  alterAmountsNextCents: number
  /** The next issuing answer carries this external_ref. */
  answerRefNext: string | null
  /** Which of MH's environments the key belongs to: in the signed JSON and the consultation's URL of what is registered from now on. */
  environment: Environment
  /** Moves the simulator's clock, both ways. */
  clockOffsetMs: number
}

/** The controls that count down and have settings of their own. */
export const COUNTED = ['resetNext', 'failNext', 'throttleNext', 'dripNext', 'garbleNext', 'rejectNext'] as const
export type CountedControl = (typeof COUNTED)[number]

/** A change to the controls; what a nested control does not mention takes its default. */
export type ControlsPatch = {
  readonly [K in keyof Controls]?: K extends CountedControl ? Partial<Controls[K]> : Controls[K]
}

export const defaultControls = (): Controls => ({
  mh: 'up',
  shopOffline: false,
  latencyMs: 0,
  loseNextAnswers: 0,
  loseNextCancellations: 0,
  resetNext: { count: 0, when: 'before_reading' },
  failNext: { count: 0, status: 500, registers: false },
  throttleNext: { count: 0, retryAfterSeconds: 1, retryAfterAs: 'seconds' },
  hideRateLimits: false,
  captivePortal: false,
  truncateNext: 0,
  dripNext: { count: 0, bytesPerSecond: 100 },
  garbleNext: { count: 0, as: 'not_json' },
  denyNextStatus: 0,
  rejectNext: { count: 0, code: '096', observations: ['Campo #/receptor/correo no cumple el formato requerido'] },
  keyRevoked: false,
  rejectOnRevalidation: 0,
  alterAmountsNextCents: 0,
  answerRefNext: null,
  environment: '00',
  clockOffsetMs: 0,
})
