import type { Hono } from 'hono'
import { dteJson } from '../files/dte-json.ts'
import { invoicePdf } from '../files/invoice-pdf.ts'
import { ticketPdf } from '../files/ticket-pdf.ts'
import type { ApiContext, ApiEnvironment } from './api-context.ts'

const pdf = async (pages: Promise<Uint8Array<ArrayBuffer>>, name: string): Promise<Response> =>
  new Response(await pages, {
    headers: { 'Content-Type': 'application/pdf', 'Content-Disposition': `inline; filename="${name}.pdf"` },
  })

/**
 * GET /file: PDFs are made when they are asked for. A ticket or an invoice exists once the document is stamped or in
 * contingency, its JSON only with a stamp. Source: Ocote API contract, §2 and §4.
 */
export const routeFiles = (api: Hono<ApiEnvironment>, { registry, issuer }: ApiContext): void => {
  api.get('/file/:ref', (context) => {
    const record = registry.find(context.env.companyHash, context.req.param('ref'))
    if (!record) return context.json({ detail: 'Documento no encontrado' }, 404)
    const name = record.controlNumber
    const type = context.req.query('type')
    switch (type) {
      case 'ticket':
        if (record.invoice.docType !== '01')
          return context.json({ detail: 'El ticket solo existe para documentos de tipo 01' }, 404)
        if (record.state === 'rejected') return context.json({ detail: 'El documento fue rechazado' }, 409)
        return pdf(ticketPdf(record, issuer), name)
      case 'invoice':
        if (record.state === 'rejected') return context.json({ detail: 'El documento fue rechazado' }, 409)
        return pdf(invoicePdf(record, issuer), name)
      case 'json':
        if (record.receptionStamp === '')
          return context.json({ detail: 'El documento no tiene sello de recepción' }, 409)
        return context.json(dteJson(record, issuer))
      default:
        return context.json({ detail: 'type: debe ser uno de estos valores: ticket, invoice, json' }, 400)
    }
  })
}
