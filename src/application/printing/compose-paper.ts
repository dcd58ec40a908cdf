import { isIssued } from '#domain/document/document-state.ts'
import type { KeptKind } from '#domain/document/document-type.ts'
import type { Environment } from '#domain/document/environment.ts'
import type { FiscalDocument } from '#domain/document/fiscal-document.ts'
import { knownWithheld } from '#domain/document/known-withheld.ts'
import type { PaperKind } from '#domain/ticket/choose-paper.ts'
import { paperMarks } from '#domain/ticket/marks.ts'
import type { PaperColumns } from '#domain/ticket/paper-block.ts'
import { slipLayout } from '#domain/ticket/slip-layout.ts'
import type { Issuer, SaleFacts } from '#domain/ticket/ticket-facts.ts'
import { ticketLayout } from '#domain/ticket/ticket-layout.ts'
import type { FileArchive } from '../ports/file-archive.ts'
import type { PaperComposer, PaperDots } from '../ports/printing.ts'
import type { CompletedSale, Stores } from '../ports/stores.ts'

/** What the shop decided about its papers. */
export type PaperSettings = {
  readonly issuer: Issuer
  readonly dots: PaperDots
  readonly training: boolean
  readonly environment: Environment
}

type Dependencies = {
  readonly stores: Pick<Stores, 'sales' | 'documents' | 'files'>
  readonly archive: FileArchive
  readonly composer: PaperComposer
  readonly settings: () => PaperSettings
  /** A kept file is no longer what it was. */
  readonly wantAgain: (externalRef: string, kind: KeptKind) => void
}

export type ComposedPaper = { readonly paper: PaperKind; readonly bytes: Uint8Array }

/** 12 dots a character. */
const COLUMNS: Readonly<Record<PaperDots, PaperColumns>> = { 576: 48, 384: 32 }

const saleFacts = (
  sale: CompletedSale,
  document: FiscalDocument,
  original: FiscalDocument | null,
  copy: number,
  settings: PaperSettings,
): SaleFacts => ({
  issuer: settings.issuer,
  till: sale.till,
  cashier: sale.cashier,
  externalRef: sale.externalRef,
  docType: document.docType,
  about: document.origin && {
    relation: document.origin.relation,
    number: original?.facts?.controlNumber || document.origin.externalRef,
  },
  completedAt: sale.completedAt,
  customer: document.customer,
  lines: sale.lines,
  totals: sale.totals,
  withheld: knownWithheld(document, document.facts?.amounts.withheld ?? null),
  tenders: sale.settlement.tenders,
  change: sale.settlement.change,
  training: settings.training,
  copy,
})

/** The official ticket as text, where there is no picture of it. */
const ticketBlocks = (facts: SaleFacts, document: FiscalDocument, environment: Environment, columns: PaperColumns) => {
  if (document.facts === null || document.issuedAt === null) throw new Error(`not issued: ${document.externalRef}`)
  const { generationCode, controlNumber, receptionStamp } = document.facts
  return ticketLayout(
    {
      ...facts,
      generationCode,
      controlNumber,
      receptionStamp,
      issuedAt: document.issuedAt,
      environment,
    },
    columns,
  )
}

/** Another process may have settled the document since the paper was chosen. */
const fitting = (chosen: PaperKind, { state }: FiscalDocument): PaperKind => {
  if (!isIssued(state)) return 'slip'
  return chosen === 'slip' ? 'text_ticket' : chosen
}

/**
 * The bytes of one paper of a sale. A ticket whose kept picture is missing, damaged or unreadable becomes a text ticket, and is
 * fetched again: the answer says which paper it is.
 */
export const composePaper =
  ({ stores, archive, composer, settings, wantAgain }: Dependencies) =>
  async (externalRef: string, chosen: PaperKind, copy: number): Promise<ComposedPaper> => {
    const sale = stores.sales.find(externalRef)
    const document = stores.documents.find(externalRef)
    if (!sale || !document) throw new Error(`paper of an unknown sale: ${externalRef}`)
    const paper = fitting(chosen, document)
    const shop = settings()
    const columns = COLUMNS[shop.dots]
    const facts = saleFacts(
      sale,
      document,
      document.origin && stores.documents.find(document.origin.externalRef),
      copy,
      shop,
    )
    const asText = async (): Promise<ComposedPaper> => {
      const blocks =
        paper === 'slip'
          ? slipLayout(facts, columns)
          : ticketBlocks(facts, document, document.environment ?? shop.environment, columns)
      return {
        paper: paper === 'slip' ? 'slip' : 'text_ticket',
        bytes: await composer.compose({ kind: 'text', blocks }, shop.dots),
      }
    }
    const kept = paper === 'ticket' ? stores.files.find(externalRef, 'ticket') : null
    const pdf = kept && archive.read(kept)
    if (kept && !pdf) wantAgain(externalRef, 'ticket')
    if (!pdf) return asText()
    try {
      const above = paperMarks(facts, columns)
      return { paper: 'ticket', bytes: await composer.compose({ kind: 'picture', pdf, above }, shop.dots) }
    } catch {
      return asText()
    }
  }
