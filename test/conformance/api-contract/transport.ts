import { rowsOf } from './contract-row.ts'
import { apiUrl, client, requests, signed, simulated } from './test-files.ts'

const REF_ONE = 'a ref is percent-encoded, and no address ever holds the key'

export const TRANSPORT = rowsOf('1')(
  [
    'base URL',
    'The public address unless told otherwise; http is refused.',
    'documented',
    apiUrl('%j is the address %s'),
  ],
  [
    'http on this machine',
    'Our client takes http for loopback hosts alone.',
    'assumed',
    apiUrl('%j is no address for the API'),
  ],
  [
    'key',
    'A bearer key in the header of every call, `odt_` and 56 hexadecimal digits.',
    'documented',
    client('a post carries the key in its header alone, and the frozen bytes as they are'),
    apiUrl('a key is odt_ and 56 small hexadecimal digits'),
  ],
  [
    'one company, one environment',
    'A key belongs to a company; refs and numbers are the company’s.',
    'documented',
    simulated.idempotency(
      'refs and numbers belong to a company: another key with the same ref has a document of its own',
    ),
  ],
  [
    'environment',
    'Test or production is read in the signed JSON, `identificacion.ambiente`.',
    'documented',
    signed('an invoice'),
    signed('what it does not say, or says oddly, is not known'),
    simulated.everyType('the environment is that of the moment of registration, in the JSON and in MH’s answer'),
  ],
  [
    'JSON in UTF-8',
    'Bodies are JSON in UTF-8, in and out.',
    'documented',
    requests('%s, byte for byte'),
    client('a post carries the key in its header alone, and the frozen bytes as they are'),
  ],
  [
    'external_ref',
    'Free text of at most 100 characters, one document of a company.',
    'documented',
    simulated.validation('100 characters of ref'),
  ],
  ['{id_or_ref}', 'The id or our ref, percent-encoded.', 'documented', client(REF_ONE)],
  [
    'the key goes nowhere else',
    'A redirect is not followed with it.',
    'assumed',
    client('a redirect is not followed: the key goes to nobody else'),
  ],
)
