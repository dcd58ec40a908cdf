import type { QueriedDocumentView } from '#contract/query.ts'
import type { RefusalView } from '#contract/values.ts'
import { FILE_KINDS } from '#domain/document/document-type.ts'
import { useText } from '../../i18n/use-text.ts'
import { ask } from '../../ui/ask.ts'
import { Button } from '../../ui/button.tsx'
import { bytesOf } from '../../ui/bytes-of.ts'
import { dollars } from '../../ui/dollars.ts'
import { useEngine } from '../../ui/engine.ts'
import { saveFile } from '../../ui/save-file.ts'

type QueriedDocumentProps = {
  readonly idOrRef: string
  readonly document: QueriedDocumentView
  readonly onRefused: (refusal: RefusalView | null) => void
}

/** What the service has of a document: its facts, its files, and its signed JSON to unfold. */
export const QueriedDocument = ({ idOrRef, document, onRefused }: QueriedDocumentProps) => {
  const text = useText()
  const { client } = useEngine()
  const { docType, state, cancelled, amounts, remarks, signed, ministry, files } = document
  const amountText = (cents: number | null): string => (cents === null ? '' : dollars(cents))
  const facts = [
    ['state', text(cancelled ? 'query.state_cancelled' : `query.state_${state}`)],
    ['cancelled', state === 'stamped' && cancelled === null ? text('query.cancelled_unknown') : ''],
    ['type', docType === null ? '' : text(`query.type_${docType}`)],
    ['gross', amountText(amounts.gross)],
    ['taxable', amountText(amounts.taxable)],
    ['vat', amountText(amounts.vat)],
    ['withheld', amounts.withheld === 0 ? '' : amountText(amounts.withheld)],
    ['control_number', document.controlNumber],
    ['generation_code', document.generationCode],
    ['reception_stamp', document.receptionStamp],
    ['reference', document.externalRef],
    ['document_id', document.documentId],
    ['remarks', remarks.texts.length === 0 ? '' : [remarks.code, ...remarks.texts].filter(Boolean).join(' · ')],
  ] as const
  const save = async (kind: (typeof FILE_KINDS)[number]) => {
    const file = await ask(client.documents.queryFile({ idOrRef, kind }))
    onRefused(file.ok ? null : file.error)
    if (file.ok) saveFile(file.value.name, new Blob([bytesOf(file.value.base64)], { type: file.value.type }))
  }
  return (
    <section className="query-found" aria-label={text(document.isOurs ? 'query.ours' : 'query.others')}>
      <h3>{text(document.isOurs ? 'query.ours' : 'query.others')}</h3>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{text(`query.${name}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <div className="query-files">
        {FILE_KINDS.filter((kind) => files.includes(kind)).map((kind) => (
          <Button key={kind} icon="download" onClick={() => save(kind)}>
            {text(`query.save_${kind}`)}
          </Button>
        ))}
      </div>
      {[['signed', signed] as const, ['ministry', ministry] as const].map(
        ([name, json]) =>
          json !== null && (
            <details key={name}>
              <summary>{text(`query.${name}`)}</summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is to be scrolled by keyboard. */}
              <pre tabIndex={0}>{json}</pre>
            </details>
          ),
      )}
    </section>
  )
}
