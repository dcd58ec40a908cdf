import { rowsOf } from './contract-row.ts'
import {
  catalogs,
  client,
  contract,
  crediting,
  everyType,
  files,
  querying,
  routes,
  simulated,
  withheldAndNotes,
} from './test-files.ts'

const WHERE = routes('each type is issued, asked about and cancelled where the contract says')
const ISSUED = everyType('a %s goes to its route, is stamped with its number, and its files are kept')
const CANCELLED = everyType('a %s is cancelled where its type is, once, though the first answer was lost')
const ASKED = everyType('a %s whose answer was lost is asked about where its type is, and never posted again')
const NOTE = everyType(
  'a credit note goes out under a ref of its own, names its CCF by ours, and is asked about where notes are',
)
const LATE = everyType(
  'a CCF cancelled after its window becomes a credit note of the API, whose papers are kept with it',
)

export const ENDPOINTS = rowsOf('2')(
  ['POST /invoice', 'Issues or safely retries a 01, 03 or 11.', 'documented', WHERE, ISSUED],
  ['POST /suex', 'Issues a 14, a purchase from an excluded subject.', 'documented', WHERE, ISSUED],
  [
    'POST /suex, services',
    '`is_service` of a line withholds 10 % income tax of it.',
    'documented',
    contract('§2: a purchase of a service withholds 10 %, and has routes of its own'),
    everyType('what the API withheld is what is due, and what was paid above it is told'),
  ],
  ['POST /credit-memo', 'Issues a 05 over a CCF, by its id or our ref.', 'documented', NOTE],
  [
    'POST /credit-memo, which documents',
    'Never against a 01, an 11 or a 14.',
    'documented',
    contract('§2: a credit note is for an issued CCF, by its id or ref, and for no other type'),
    crediting('what cannot be credited is said, and leaves nothing behind'),
  ],
  [
    'POST /credit-memo, full_adjustment',
    'All of the CCF is taken back without lines.',
    'documented',
    crediting('a note over all of it says so, and names no line'),
    simulated.creditMemo('a full adjustment takes what is left, and needs no lines'),
  ],
  [
    'POST /credit-memo, at most what is left',
    'A note that takes more than is left of its CCF is refused.',
    'assumed',
    simulated.creditMemo('more than what is left is refused, to the cent'),
  ],
  ['POST /invalidate', 'Cancels a 01, 03, 05 or 11.', 'documented', WHERE, CANCELLED],
  [
    'POST /invalidate again',
    'The same again changes nothing.',
    'documented',
    CANCELLED,
    simulated.invalidate('a stamped document is cancelled once; a second request changes nothing'),
  ],
  [
    'POST /invalidate, automatic note',
    'A CCF past its window is cancelled by a credit note that the API makes and names.',
    'documented',
    LATE,
    contract('§2 and §6: a CCF past its window is cancelled by an automatic credit note, the same on every retry'),
  ],
  [
    'POST /invalidate, names of the note',
    '`credit_memo_id` and `credit_memo_control_number`; where they are missing there is no note to fetch.',
    'assumed',
    withheldAndNotes('%s is read alike from the answer and from a question'),
  ],
  [
    'POST /invalidate/suex',
    'Cancels a 14.',
    'documented',
    CANCELLED,
    simulated.excludedSubject('a purchase is cancelled on its own route, once'),
  ],
  ['GET /status', 'The state of a 01, 03, 05 or 11.', 'documented', ASKED],
  [
    'GET /status, no side effects',
    'A question changes nothing and is no retry.',
    'documented',
    contract('§2: the status has no side effects and takes the id or the ref, percent-encoded'),
  ],
  [
    'GET /status?include_dte=1',
    'The signed JSON and MH’s raw answer besides.',
    'documented',
    contract('§2: include_dte adds the signed JSON and MH’s raw answer'),
  ],
  ['GET /credit-memo/status', 'The state of a 05.', 'documented', NOTE],
  ['GET /suex/status', 'The state of a 14.', 'documented', ASKED],
  [
    'GET /invalidate/status',
    'Whether a document is cancelled.',
    'documented',
    everyType(
      'a 409 to a cancellation is asked about a few times; where there is none, the document stands, with what was said',
    ),
    contract('§6: what is not cancelled says so, what nobody knows is not found'),
    querying(
      'where the state leaves open whether a stamped document is cancelled, that is asked where its type is, and stays open without an answer',
    ),
  ],
  [
    'GET /invalidate/suex/status',
    'The same of a 14.',
    'documented',
    WHERE,
    contract('§2: a purchase of a service withholds 10 %, and has routes of its own'),
  ],
  [
    'GET /file?type=ticket',
    'The thermal PDF of 80 × 210 mm, of a 01 alone.',
    'documented',
    ISSUED,
    simulated.files('a ticket is a PDF of one page of 80 × 210 mm, longer only when it has to be'),
    simulated.letter('there is a letter and a JSON of every type, and a ticket of a 01 alone'),
  ],
  ['GET /file?type=invoice', 'The letter PDF of every type.', 'documented', ISSUED, client('a file: %s')],
  [
    'GET /file?type=json',
    'The signed document, kept only where it is this one’s.',
    'documented',
    ISSUED,
    files('a signed JSON %s'),
  ],
  [
    'GET /file, key in the address',
    'Deprecated; such an address is a secret, and is not kept.',
    'documented',
    client('a key in an address that the API sends is not kept'),
  ],
  [
    'GET /catalogs/activities',
    'At most 50 rows, whatever accents and capitals.',
    'documented',
    contract('§2: the catalogues answer with at most 50 rows, whatever the accents'),
    simulated.catalogs('searches care neither for accents nor for capitals'),
  ],
  [
    'GET /catalogs/departments',
    'Departments with their municipalities, whole and short codes.',
    'documented',
    simulated.catalogs('departments come with their municipalities'),
    catalogs('a municipality has its whole code, be it given whole or within its department'),
  ],
  [
    'GET /catalogs/districts/search',
    'The district’s UUID for `customer.district`.',
    'documented',
    simulated.catalogs('a district has the same UUID in every run, and never more than 50 rows come'),
  ],
  [
    'GET /catalogs/districts/search, names',
    'The query is `search`; how a row names its municipality may be otherwise.',
    'assumed',
    catalogs('a district whose municipality is told by %s'),
    catalogs('a search is percent-encoded'),
  ],
)
