import { rowsOf } from './contract-row.ts'
import { answers, client, contract, retryAfter, sending, simulated } from './test-files.ts'

const BY_STATUS = answers('status %d to a post and to a question')

export const STATUSES = rowsOf('5')(
  ['200', 'See the flags.', 'documented', answers('stamped')],
  [
    '400',
    'The payload is invalid: parked with the reason, the same ref afterwards.',
    'documented',
    BY_STATUS,
    sending('a payload that the API refuses is parked with the reason, and holds up nobody'),
  ],
  ['422', 'As 400.', 'assumed', BY_STATUS],
  [
    '401',
    'The key: the whole queue stops and loses nothing.',
    'documented',
    BY_STATUS,
    sending('a refused key stops the whole queue, loses nothing, and the queue goes on when the key works again'),
  ],
  ['403', 'As 401.', 'assumed', BY_STATUS],
  [
    '404 to a question',
    'It never arrived: it is posted.',
    'documented',
    BY_STATUS,
    sending('after a 5xx the same bytes go out once the API says that it never had them'),
  ],
  [
    '404 to a route',
    'Says nothing of a document.',
    'documented',
    simulated.keysAndRoutes('unknown routes are 404, known ones asked wrongly 405'),
  ],
  ['409', 'Not possible in the present state: asked about, then decided.', 'documented', BY_STATUS],
  [
    '429',
    'Over 120 a minute or 5,000 an hour.',
    'documented',
    contract('§5: the 121st request of a minute is refused, with the time to wait'),
    simulated.rateLimit('without options the limits are 120 a minute and 5,000 an hour; "none" never refuses'),
  ],
  [
    '429: Retry-After',
    'Waited out exactly, by all requests of the till.',
    'documented',
    client('429 with %s'),
    sending('a 429 is waited out exactly as long as the API asks, by all requests together'),
  ],
  [
    '429: Retry-After as a date, or none',
    'Read; without one the reset of the limit, else a minute.',
    'assumed',
    retryAfter('a date'),
    retryAfter('the reset of the rate limit where there is nothing else'),
    retryAfter('nothing: a minute'),
  ],
  [
    '5xx',
    'Nothing is known: asked about, then the same ref again, ever later.',
    'documented',
    BY_STATUS,
    sending('an API that answers with errors is not knocked at, and is asked ever more seldom'),
  ],
  ['time-out', 'Nothing is known.', 'documented', client('a server that never answers: unknown when the time is up')],
  ['reset', 'Nothing is known.', 'documented', client('a connection that is reset after the request: unknown')],
  ['no route', 'Surely never arrived.', 'documented', client('a refused port: surely never arrived')],
  ['broken JSON', 'Nothing is known.', 'documented', answers('%s with status 200 is unknown')],
  ['a portal’s page', 'Nothing is known.', 'documented', answers('a page instead of an answer, %s, is unknown')],
  ['TLS error', 'Surely never arrived.', 'documented', client('a host that does not speak TLS: surely never arrived')],
  [
    'X-RateLimit headers',
    'On every answer; missing ones are no trouble.',
    'documented',
    simulated.rateLimit('every answer tells what is left, until the minute is used up; then a new minute begins'),
    client('what an answer says of the rate budget is read, and nothing is made of half of it'),
  ],
  [
    'one budget',
    'All tills of a company share it.',
    'documented',
    simulated.rateLimit('each key has a budget of its own, and a wrong key costs nobody anything'),
  ],
)
