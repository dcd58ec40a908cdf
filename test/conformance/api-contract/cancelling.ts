import { rowsOf } from './contract-row.ts'
import { cancelling, contract, everyType, returning, simulated, windows } from './test-files.ts'

const WINDOW = windows('a %s stamped on %s is cancelled until the end of %s')

export const CANCELLING = rowsOf('6')(
  [
    'only what is stamped',
    'Nothing else can be cancelled.',
    'documented',
    simulated.invalidate('what has no stamp cannot be cancelled, what nobody knows is not found'),
    returning('what cannot come back is said, and leaves nothing behind'),
  ],
  [
    '01: window',
    '90 business days or 3 calendar months: the shorter.',
    'documented',
    WINDOW,
    windows('three months are always shorter than ninety business days'),
  ],
  [
    '03: window',
    'The day of issue and the next.',
    'documented',
    WINDOW,
    cancelling('a %s is cancelled %i days later: %s, and the day after: %s'),
  ],
  [
    '03: later',
    'An automatic credit note.',
    'documented',
    contract('§2 and §6: a CCF past its window is cancelled by an automatic credit note, the same on every retry'),
    everyType('a CCF cancelled after its window becomes a credit note of the API, whose papers are kept with it'),
  ],
  ['11 and 14: window', 'As a 01.', 'assumed', WINDOW],
  [
    '05: window',
    'As a 03, without a note of its own.',
    'assumed',
    WINDOW,
    cancelling('a credit note is cancelled on its day and the next, and then no more'),
  ],
  [
    'a CCF with notes',
    'Is not cancelled under them.',
    'assumed',
    cancelling('a CCF with a note is not cancelled under it; with a cancelled one it is'),
    simulated.creditMemo('a CCF with live notes cannot be cancelled, late or not'),
  ],
  [
    'while MH is down',
    'A cancellation is refused, and asked for again.',
    'assumed',
    everyType('while MH is down nothing is cancelled, and it is asked for until it is'),
  ],
  [
    '01: no partial cancellation',
    'A partial return cancels the whole and issues what remains.',
    'documented',
    everyType('a partial return cancels the whole and issues what is kept, in this order'),
    returning('once the first is cancelled, what is kept goes out by itself'),
  ],
)
