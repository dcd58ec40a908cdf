import { FILE_KINDS } from '#domain/document/document-type.ts'
import { moneyText } from '#domain/money/decimal.ts'
import { askingRefusal } from '#engine/asking-refusal.ts'
import type { Engine } from '#engine/create-engine.ts'
import { type Done, done, refused, UsageError } from '../command.ts'
import { saveBytes } from '../save-bytes.ts'
import { dollars } from '../show.ts'

export type QueryOptions = {
  readonly dte?: boolean | undefined
  readonly out?: string | undefined
  readonly type?: string | undefined
}

type Found = Extract<Awaited<ReturnType<Engine['queryDocument']>>, { readonly ok: true }>['value']

const orNull = (cents: number | null): number | null => (cents === null ? null : dollars(cents))
const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text))

const asJson = ({ facts, remarks, signed, ministry, ...found }: Found, withDte: boolean) => ({
  is_ours: found.isOurs,
  doc_type: found.docType,
  state: found.state,
  cancelled: found.cancelled,
  external_ref: found.externalRef,
  document_id: facts.documentId,
  control_number: facts.controlNumber,
  generation_code: facts.generationCode,
  reception_stamp: facts.receptionStamp,
  amount_taxable: orNull(facts.amounts.taxable),
  amount_vat: orNull(facts.amounts.vat),
  amount_gross: orNull(facts.amounts.gross),
  amount_withheld: orNull(facts.amounts.withheld),
  remarks,
  files: found.files,
  ...(withDte && { signed: parsed(signed), ministry: parsed(ministry) }),
})

const stateWords = ({ state, cancelled }: Pick<Found, 'state' | 'cancelled'>): string => {
  if (cancelled) return 'cancelled'
  return state === 'stamped' && cancelled === null ? `${state} (el servicio no dice si está anulado)` : state
}

const asText = ({ facts, remarks, ...found }: Found, withDte: boolean): readonly string[] => [
  [found.docType ?? '—', stateWords(found), found.isOurs ? 'de esta caja' : 'de otra caja'].join('  '),
  `  referencia  ${found.externalRef || '—'}`,
  `  id          ${facts.documentId}`,
  `  control     ${facts.controlNumber || '—'}`,
  `  generación  ${facts.generationCode || '—'}`,
  `  sello       ${facts.receptionStamp || '—'}`,
  `  total       ${facts.amounts.gross === null ? '—' : moneyText(facts.amounts.gross)}`,
  ...(facts.amounts.withheld ? [`  retenido    ${moneyText(facts.amounts.withheld)}`] : []),
  ...remarks.texts.map((remark) => `  ${remarks.code}  ${remark}`),
  `  archivos    ${found.files.join(', ') || '—'}`,
  ...(withDte ? [found.signed ?? 'Sin JSON firmado.', ...(found.ministry === null ? [] : [found.ministry])] : []),
]

/** One of its files, into a file that is named. */
const saveFile = async (engine: Engine, idOrRef: string, out: string, type: string): Promise<Done> => {
  const kind = FILE_KINDS.find((one) => one === type)
  if (!kind) throw new UsageError(`--type: ${FILE_KINDS.join(', ')}`)
  const file = await engine.queryFile(idOrRef, kind)
  if (!file.ok) return refused(file.error)
  const saved = saveBytes(out, file.value.bytes)
  if (!saved.ok) return refused(saved.error)
  const bytes = file.value.bytes.byteLength
  return done({ id: idOrRef, kind, out, bytes }, [`${out}  ${bytes} bytes`])
}

/** Asks the API about any document of the company, by its ref or id, this till's or another's. */
export const query = async (engine: Engine, idOrRef: string, { dte, out, type }: QueryOptions): Promise<Done> => {
  if ((out === undefined) !== (type === undefined))
    throw new UsageError('query ID --out FILE --type ticket|invoice|json')
  const unasked = askingRefusal(engine)
  if (unasked) return refused(unasked)
  if (out !== undefined && type !== undefined) return saveFile(engine, idOrRef, out, type)
  const found = await engine.queryDocument(idOrRef)
  if (!found.ok) return refused(found.error)
  return done(asJson(found.value, dte ?? false), asText(found.value, dte ?? false))
}
