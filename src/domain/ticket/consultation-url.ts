import { localDate } from '../clock/local-time.ts'
import type { IssuedTicketFacts } from './ticket-facts.ts'

const PAGE = 'https://admin.factura.gob.sv/consultaPublica'

/** Where anybody can look an issued document up, for its QR: the Ministry of Finance's public page. */
export const consultationUrl = ({
  environment,
  generationCode,
  issuedAt,
}: Pick<IssuedTicketFacts, 'environment' | 'generationCode' | 'issuedAt'>): string =>
  `${PAGE}?ambiente=${environment}&codGen=${generationCode.toUpperCase()}&fechaEmi=${localDate(issuedAt)}`
