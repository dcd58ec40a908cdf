import { rowsOf } from './contract-row.ts'
import { answers, client, contract, correcting, sending, settling, simulated, withheldAndNotes } from './test-files.ts'

const CODES = 'MH refuses with %s: %s'
const REUSED = simulated.idempotency(
  'after a rejection the same record is corrected and judged again: id, number and posting date stay',
)
const FOREIGN = settling(
  "another sale's document is an alarm: parked, its facts not ours, and only a person has it asked about anew",
)

export const ANSWER = rowsOf('4')(
  [
    '200',
    'Registered or judged; the flags say which.',
    'documented',
    contract('§4: the whole answer to a stamped document'),
  ],
  [
    'stamped',
    'Done: ticket and signed JSON are fetched.',
    'documented',
    answers('stamped'),
    settling('stamped: facts kept, entry settled, ticket and signed JSON wanted, the attempt written'),
  ],
  [
    'contingency',
    'Registered, MH silent: the ticket exists, the JSON not yet.',
    'documented',
    answers('contingency'),
    contract('§4: contingency, then stamped by itself; the ticket exists, the JSON not yet'),
  ],
  [
    'contingency is never posted again',
    'It is asked about until it is stamped or rejected.',
    'documented',
    sending('a document in contingency is asked about and never posted again, until it is stamped'),
  ],
  [
    'rejected',
    'A person corrects it; the same ref goes out again.',
    'documented',
    answers('rejected'),
    sending('a rejected customer is corrected and sent again under the same ref; the first request is kept'),
  ],
  [
    'rejected: number and posting date stay',
    'The same record is judged again.',
    'documented',
    REUSED,
    contract('§4: rejected, corrected under the same ref, with the same number'),
  ],
  [
    'any other flags',
    'Unknown: kept, shown, asked about.',
    'documented',
    answers('flags %s %s %s %s mean what the table says, or nothing'),
  ],
  [
    'unknown fields',
    'Ignored; the raw answer is kept.',
    'documented',
    answers('amounts as text, or left out; fields that are new to us'),
    client('of a long answer 64 kB are kept'),
  ],
  [
    'missing informative fields',
    'Hide no judgement.',
    'assumed',
    withheldAndNotes('informative fields that are not there hide no judgement'),
  ],
  ['an answer without numbers or stamp', 'Proves nothing.', 'assumed', answers('an answer with %s proves nothing')],
  [
    'dte_state OBSERVADO',
    'Valid, with remarks.',
    'documented',
    answers('stamped with observations'),
    settling('observations of an accepted document are remarks; its plain acceptance is none'),
  ],
  [
    'the same ref after a success',
    'Nothing is created; the first comes back as a duplicate.',
    'documented',
    simulated.idempotency('after a success nothing is created: the first document comes back as a duplicate'),
    answers('a duplicate of the same sale'),
  ],
  [
    'the same ref after a rejection',
    'The record is reused and updated.',
    'documented',
    REUSED,
    correcting('a correction is a new frozen request under the same ref, due now; the first is kept byte for byte'),
  ],
  [
    'the same ref after a contingency',
    'The record is reused and updated.',
    'documented',
    simulated.idempotency('after a contingency the same record is updated, and it is the update that MH stamps'),
  ],
  [
    'a lost answer',
    'Is harmless: the same body again issues nothing twice.',
    'documented',
    contract('§4: repeating the same body is harmless, even all at once'),
    sending('a lost answer is asked about, and never posted again when it did arrive'),
  ],
  [
    'a duplicate of other amounts',
    'An alarm, never a success.',
    'documented',
    answers('a duplicate over another amount'),
    FOREIGN,
  ],
  [
    'another ref',
    'An alarm.',
    'assumed',
    answers("another sale's ref"),
    sending('an answer for another ref is an alarm, parked, and never counted as issued'),
  ],
  [
    'other amounts',
    'Ours, and flagged.',
    'assumed',
    answers('a fresh document over another amount: ours, to be flagged'),
    sending('an issued document whose total differs by a cent is issued, and flagged'),
  ],
  [
    'amounts and a withholding',
    'The gross may be before or after it.',
    'assumed',
    withheldAndNotes('a gross after our own estimate'),
    withheldAndNotes('what was withheld is told'),
  ],
  ['001', 'Accepted.', 'documented', answers('stamped')],
  ['002', 'Processed with observations.', 'documented', answers('stamped with observations')],
  [
    '004',
    'Generation code already processed: a rejection like others, told by its code.',
    'documented',
    answers('rejected: 004, the generation code was processed already'),
  ],
  ['005', 'Issuer not authorised: the company’s, the queue stops.', 'documented', answers('005: the issuer')],
  ['006', 'Invalid or expired signature: the same.', 'documented', answers('006: the signature')],
  ['089', 'Activity code.', 'documented', simulated.ministry(CODES)],
  ['092', 'Receiver document type.', 'documented', simulated.ministry(CODES)],
  ['094', 'Receiver document number.', 'documented', simulated.ministry(CODES)],
  ['095', 'Receiver NRC.', 'documented', simulated.ministry(CODES)],
  [
    '096',
    'The JSON does not meet the schema; the observations name the field.',
    'documented',
    answers('rejected'),
    simulated.ministry(CODES),
  ],
  ['097', 'Issue date.', 'documented', answers('rejected: 097, the issue date')],
  ['098', 'The total does not match the lines.', 'documented', answers('rejected: 098, the total')],
  ['099', 'Withholding.', 'documented', answers('rejected: 099, the withholding')],
)
