export type { DocumentSummary } from '#application/ports/document-list.ts'
