import { type Controls, type ControlsPatch, GARBLINGS } from '#simulator/controls.ts'
import { behave, type NetworkFault } from './network-fault.ts'
import { anyPost, deniedStatus, type Meant, slowPost, spoiltPost, tries } from './tries.ts'

type More = Partial<NetworkFault> & {
  /** Which calls of the till were hit; unless told, issuing ones that did not bring the stamp. */
  readonly hits?: Meant
}

/** What one control of the simulator makes go wrong; files and questions that it hits as well are not counted. */
const controlled = (
  name: string,
  patch: ControlsPatch,
  control: keyof Controls,
  { hits = spoiltPost, ...more }: More = {},
): NetworkFault => ({
  name,
  inject: ({ simulator }) => void simulator.setControls(patch),
  injected: ({ simulator, till }) => Math.min(simulator.injected()[control], tries(till, hits)),
  // After two answers that brought nothing the line is taken to be down, and nothing more is posted before a question was answered.
  enough: 2,
  ...more,
})

const count = 4

const STATUSES = [500, 502, 503, 504] as const

const GARBLED_AS: Readonly<Record<(typeof GARBLINGS)[number], string>> = {
  not_json: 'invalid JSON',
  other_types: 'JSON with other types',
  missing_fields: 'JSON with missing fields',
  null_flags: 'JSON with null flags',
  odd_flags: 'JSON with flags outside the table',
  not_an_object: 'JSON that is a list',
  unknown_fields: 'JSON with unknown fields',
}

const retryAfter = (name: string, throttleNext: Partial<Controls['throttleNext']>, more: More = {}): NetworkFault =>
  controlled(`429 ${name}`, { throttleNext: { count: 3, ...throttleNext } }, 'throttleNext', more)

/** Faults of a request under way and of its answer. */
export const ANSWER_FAULTS: readonly NetworkFault[] = [
  controlled('connection closed', { shopOffline: true }, 'shopOffline'),
  controlled('reset before the request is read', { resetNext: { count, when: 'before_reading' } }, 'resetNext'),
  controlled('reset after the request was read', { resetNext: { count, when: 'after_reading' } }, 'resetNext'),
  controlled('answer lost after registering', { loseNextAnswers: count }, 'loseNextAnswers'),
  controlled('half an answer', { truncateNext: count }, 'truncateNext'),
  controlled('slow drip, given up', { dripNext: { count: 4, bytesPerSecond: 20 } }, 'dripNext', {
    enough: 4,
    seconds: 35,
  }),
  controlled('slow drip, waited for', { dripNext: { count: 6, bytesPerSecond: 600 } }, 'dripNext', {
    hits: slowPost(1_000),
  }),
  ...STATUSES.flatMap((status) => [
    controlled(`${status} instead of an answer`, { failNext: { count, status } }, 'failNext'),
    controlled(`${status} after registering`, { failNext: { count, status, registers: true } }, 'failNext'),
  ]),
  controlled('HTML from a captive portal', { captivePortal: true }, 'captivePortal'),
  ...GARBLINGS.map((as) =>
    controlled(GARBLED_AS[as], { garbleNext: { count, as } }, 'garbleNext', {
      // Fields that nobody knows are no reason to doubt an answer.
      hits: as === 'unknown_fields' ? anyPost : spoiltPost,
    }),
  ),
  retryAfter('with Retry-After', { retryAfterSeconds: 2 }),
  retryAfter('with Retry-After as a date', { retryAfterSeconds: 3, retryAfterAs: 'date' }),
  retryAfter('without Retry-After', { retryAfterSeconds: null }, { enough: 1, seconds: 75 }),
  controlled(
    '429 without any header',
    { hideRateLimits: true, throttleNext: { count: 1, retryAfterSeconds: null } },
    'throttleNext',
    { enough: 1, seconds: 75 },
  ),
  controlled('no X-RateLimit headers', { hideRateLimits: true }, 'hideRateLimits', { enough: 6, hits: anyPost }),
  controlled('401 in the middle', { keyRevoked: true }, 'keyRevoked', { enough: 1, seconds: 75 }),
  controlled('401, and the key is entered again', { keyRevoked: true }, 'keyRevoked', {
    enough: 1,
    recover: ({ simulator, till }) => {
      behave(simulator)
      till.engine.line.release()
      till.engine.viewChanged()
    },
  }),
  controlled(
    'status says 404 of what is registered',
    { loseNextAnswers: count, denyNextStatus: count },
    'denyNextStatus',
    { hits: deniedStatus },
  ),
  controlled('latency of 2 s', { latencyMs: 2_000 }, 'latencyMs', { hits: slowPost(2_000) }),
]
