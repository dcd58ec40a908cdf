import type { Hono } from 'hono'
import { DOCUMENT_TYPES, type FileType } from '../document/document-types.ts'
import { dteJson } from '../files/dte-json.ts'
import { invoicePdf } from '../files/invoice-pdf.ts'
import { ticketPdf } from '../files/ticket-pdf.ts'
import type { ApiContext, ApiEnvironment } from './api-context.ts'

const pdf = async (pages: Promise<Uint8Array<ArrayBuffer>>, name: string): Promise<Response> =>
  new Response(await pages, {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}.pdf"` },
  })

const FILE_TYPES: readonly FileType[] = ['ticket', 'invoice', 'json']

/**
 * GET /file: PDFs are made when they are asked for. A ticket or an invoice exists once the document is stamped or in
 * contingency, its JSON only with a stamp. Source: Ocote API contract, §2 and §4.
 */
export const routeFiles = (api: Hono<ApiEnvironment>, { registry, issuer }: ApiContext): void => {
  api.get('/file/:ref', (context) => {
    const record = registry.find(context.env.companyHash, context.req.param('ref'))
    if (!record) return context.json({ detail: 'Documento no encontrado' }, 404)
    const type = FILE_TYPES.find((fileType) => fileType === context.req.query('type'))
    if (type === undefined)
      return context.json({ detail: `type: debe ser uno de estos valores: ${FILE_TYPES.join(', ')}` }, 400)
    if (!DOCUMENT_TYPES[record.content.docType].files.includes(type))
      return context.json({ detail: 'El ticket solo existe para documentos de tipo 01' }, 404)
    if (type === 'json')
      return record.receptionStamp === ''
        ? context.json({ detail: 'El documento no tiene sello de recepción' }, 409)
        : context.json(dteJson(record, issuer))
    if (record.state === 'rejected') return context.json({ detail: 'El documento fue rechazado' }, 409)
    return pdf((type === 'ticket' ? ticketPdf : invoicePdf)(record, issuer), record.controlNumber)
  })
}
