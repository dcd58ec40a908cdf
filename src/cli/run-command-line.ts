import { parseArgs } from 'node:util'
import { noteUnexpected } from '#engine/note-unexpected.ts'
import { type Done, done, UsageError } from './command.ts'
import { backUp, showBackups } from './commands/backup.ts'
import { cancel } from './commands/cancel.ts'
import { refreshCatalogs, showCatalogs } from './commands/catalogs.ts'
import { day } from './commands/day.ts'
import { correct, listDocuments, retry, showDocument } from './commands/documents.ts'
import { files, monthFiles } from './commands/files.ts'
import { journal } from './commands/journal.ts'
import { print } from './commands/print.ts'
import { saveProducts } from './commands/products.ts'
import { query } from './commands/query.ts'
import { restore } from './commands/restore.ts'
import { sell } from './commands/sell.ts'
import { send } from './commands/send.ts'
import { settle } from './commands/settle.ts'
import { runSimulator } from './commands/simulator.ts'
import { creditNote, returnPart } from './commands/take-back.ts'
import { verify } from './commands/verify.ts'
import { readMonth } from './read-date.ts'
import { USAGE } from './usage.ts'
import { withData, withOwnData } from './with-data.ts'
import { withEngine } from './with-engine.ts'

const OPTIONS = {
  json: { type: 'boolean' },
  training: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  wait: { type: 'string' },
  'until-empty': { type: 'boolean' },
  for: { type: 'string' },
  state: { type: 'string' },
  ref: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  total: { type: 'string' },
  search: { type: 'string' },
  out: { type: 'string' },
  port: { type: 'string' },
  'no-limits': { type: 'boolean' },
  newest: { type: 'boolean' },
  reason: { type: 'string' },
  dte: { type: 'boolean' },
  type: { type: 'string' },
  fetch: { type: 'boolean' },
  month: { type: 'string' },
  pin: { type: 'string' },
} as const

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause))
  }
}
type Given = ReturnType<typeof parse>
type Options = Given['values']

/** Which options a command takes besides `--json` and `--training`, which words (those in brackets may be left out), and what it does. */
type Command = {
  readonly options: readonly (keyof typeof OPTIONS)[]
  readonly words: readonly string[]
  run(words: readonly string[], options: Options): Promise<Done>
}

const seconds = (text: string | undefined, option: string): number | null => {
  if (text === undefined) return null
  if (!/^\d+(\.\d+)?$/.test(text)) throw new UsageError(`--${option}: SECONDS`)
  return Number(text)
}

const portOf = (text: string | undefined): number => {
  const port = Number(text ?? 0)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError('--port: 0–65535')
  return port
}

const COMMANDS: Readonly<Record<string, Command>> = {
  sell: {
    options: ['wait'],
    words: ['FILE'],
    run: ([file = ''], { training, wait }) => {
      const waited = seconds(wait, 'wait')
      return withEngine(training, (engine) => sell(engine, file, waited))
    },
  },
  purchase: {
    options: ['wait'],
    words: ['FILE'],
    run: ([file = ''], { training, wait }) => {
      const waited = seconds(wait, 'wait')
      return withEngine(training, (engine) => sell(engine, file, waited, '14'))
    },
  },
  'credit-note': {
    options: ['wait', 'pin'],
    words: ['REF', 'FILE'],
    run: ([ref = '', file = ''], { training, wait, pin }) => {
      const waitSeconds = seconds(wait, 'wait')
      return withEngine(training, (engine) => creditNote(engine, ref, file, { waitSeconds, pin }))
    },
  },
  return: {
    options: ['pin'],
    words: ['REF', 'FILE'],
    run: ([ref = '', file = ''], { training, pin }) =>
      withEngine(training, (engine) => returnPart(engine, ref, file, pin)),
  },
  settle: {
    options: [],
    words: ['REF', 'cash|credit'],
    run: ([ref = '', how], { training }) => {
      if (how !== 'cash' && how !== 'credit') throw new UsageError('settle REF cash|credit')
      return withEngine(training, (engine) => settle(engine, ref, how))
    },
  },
  send: {
    options: ['until-empty', 'for'],
    words: [],
    run: (_, options) => {
      if (!options['until-empty']) throw new UsageError('send --until-empty [--for SECONDS]')
      const within = seconds(options.for, 'for')
      return withEngine(options.training, (engine) => send(engine, within))
    },
  },
  documents: {
    options: ['state', 'type', 'ref', 'from', 'to', 'total', 'search'],
    words: [],
    run: (_, { training, ...options }) => withEngine(training, (engine) => listDocuments(engine, options)),
  },
  day: {
    options: [],
    words: ['[YYYY-MM-DD]'],
    run: ([date], { training }) => withEngine(training, (engine) => day(engine, date)),
  },
  document: {
    options: [],
    words: ['REF'],
    run: ([ref = ''], { training }) => withEngine(training, (engine) => showDocument(engine, ref)),
  },
  retry: {
    options: [],
    words: ['REF'],
    run: ([ref = ''], { training }) => withEngine(training, (engine) => retry(engine, ref)),
  },
  correct: {
    options: [],
    words: ['REF', 'FILE'],
    run: ([ref = '', file = ''], { training }) => withEngine(training, (engine) => correct(engine, ref, file)),
  },
  cancel: {
    options: ['reason', 'pin'],
    words: ['REF'],
    run: ([ref = ''], { training, reason = '', pin }) =>
      withEngine(training, (engine) => cancel(engine, ref, reason, pin)),
  },
  journal: {
    options: [],
    words: ['[DAY]'],
    run: ([day], { training }) => withEngine(training, (engine) => journal(engine, day)),
  },
  print: {
    options: ['out'],
    words: ['REF'],
    run: ([ref = ''], { training, out }) => withEngine(training, (engine) => print(engine, ref, out ?? null)),
  },
  products: {
    options: [],
    words: ['FILE'],
    run: ([file = ''], { training }) => withEngine(training, (engine) => saveProducts(engine, file)),
  },
  catalogs: {
    options: [],
    words: ['[refresh]'],
    run: ([act], { training }) => {
      if (act !== undefined && act !== 'refresh') throw new UsageError('catalogs [refresh]')
      return withEngine(training, act === undefined ? showCatalogs : refreshCatalogs)
    },
  },
  verify: { options: [], words: [], run: (_, { training }) => withEngine(training, verify) },
  backups: { options: [], words: [], run: async (_, { training }) => withData(training, showBackups) },
  backup: {
    options: [],
    words: ['[FOLDER]'],
    run: ([folder], { training }) => withEngine(training, (engine) => backUp(engine, folder ?? null)),
  },
  restore: {
    options: ['newest'],
    words: ['[FILE]'],
    run: ([file], { training, newest }) =>
      withOwnData(training, (dataFolder) => restore(dataFolder, file ?? null, newest ?? false)),
  },
  query: {
    options: ['dte', 'out', 'type'],
    words: ['ID'],
    run: ([id = ''], { training, ...options }) => withEngine(training, (engine) => query(engine, id, options)),
  },
  files: {
    options: ['fetch', 'out', 'month'],
    words: ['[REF]'],
    run: ([ref], { training, month, ...options }) => {
      const asked = readMonth(month)
      if ((ref === undefined) === (asked === null)) throw new UsageError('files REF | files --month YYYY-MM')
      return withEngine(training, (engine) =>
        asked === null ? files(engine, ref ?? '', options) : monthFiles(engine, asked, options),
      )
    },
  },
  simulator: {
    options: ['port', 'no-limits'],
    words: [],
    run: async (_, options) => {
      const say = (line: string, value: object) => console.log(options.json ? JSON.stringify(value) : line)
      return runSimulator(portOf(options.port), !options['no-limits'], say)
    },
  },
}

const run = async ({ values, positionals }: Given): Promise<Done> => {
  if (values.help) return done({ usage: USAGE }, [USAGE])
  const [name = '', ...words] = positionals
  const command = COMMANDS[name]
  if (!command) throw new UsageError(name === '' ? 'falta el comando' : `no hay comando "${name}"`)
  const shared = ['json', 'training', ...command.options]
  const foreign = Object.keys(values).find((option) => !shared.includes(option))
  if (foreign) throw new UsageError(`${name} no tiene la opción --${foreign}`)
  const least = command.words.filter((word) => !word.startsWith('[')).length
  if (words.length < least || words.length > command.words.length)
    throw new UsageError(`${[name, ...command.words].join(' ')}`)
  return command.run(words, values)
}

/** Runs one command; answers with the exit code: 0 done, 1 refused, 2 wrong usage. */
export const runCommandLine = async (args: readonly string[]): Promise<0 | 1 | 2> => {
  const json = args.includes('--json')
  try {
    const ended = await run(parse(args))
    if (json && ended.value !== undefined) console.log(JSON.stringify(ended.value))
    else for (const line of ended.text) (ended.kind === 'done' ? console.log : console.error)(line)
    return ended.kind === 'done' ? 0 : 1
  } catch (cause) {
    if (!(cause instanceof UsageError)) {
      const id = noteUnexpected(cause)
      if (json) console.log(JSON.stringify({ error: { code: 'unexpected', params: { id } } }))
      return 1
    }
    if (json) console.log(JSON.stringify({ error: { code: 'usage', params: { detail: cause.message } } }))
    console.error(`${cause.message}\n\n${USAGE}`)
    return 2
  }
}
