import { useQuery } from '@tanstack/react-query'
import type { DocumentSummaryView } from '#contract/documents.ts'
import type { PrintJobView, VirtualPaperView } from '#contract/printing.ts'
import { useEngine } from './engine.ts'

/** Where the cache keeps what the engine tells by itself. */
export const LIVE = {
  documents: ['live', 'document'] as const,
  document: (externalRef: string) => ['live', 'document', externalRef] as const,
  job: (externalRef: string) => ['live', 'job', externalRef] as const,
  papers: ['live', 'papers'] as const,
}

/** A document as it stands now; `known` is what the caller already has of it. */
export const useLiveDocument = (known: DocumentSummaryView): DocumentSummaryView => {
  const { client } = useEngine()
  const { data } = useQuery({
    queryKey: LIVE.document(known.externalRef),
    queryFn: async () => {
      const answer = await client.documents.get({ externalRef: known.externalRef })
      return answer.ok ? answer.value : known
    },
    initialData: known,
  })
  return data
}

/** The newest print job of a document, as far as the engine told of one since the screen was opened. */
export const useLiveJob = (externalRef: string): PrintJobView | null => {
  const { client } = useEngine()
  const { data } = useQuery({
    queryKey: LIVE.job(externalRef),
    queryFn: async () => (await client.printing.jobs()).find((job) => job.externalRef === externalRef) ?? null,
  })
  return data ?? null
}

/** Papers of the virtual printer, oldest first; only ever filled in training. */
export const usePapers = (training: boolean): readonly VirtualPaperView[] => {
  const { client } = useEngine()
  const { data } = useQuery<readonly VirtualPaperView[]>({
    queryKey: LIVE.papers,
    queryFn: async ({ client: cache }) => {
      const known = cache.getQueryData<readonly VirtualPaperView[]>(LIVE.papers) ?? []
      const newer = await client.printing.papers({ after: known.at(-1)?.number ?? 0 })
      return [...known, ...newer].slice(-MOST_PAPERS)
    },
    enabled: training,
    refetchInterval: PAPERS_EVERY_MS,
  })
  return data ?? []
}

const MOST_PAPERS = 30
/** A paper's job says "printed" a moment before its picture is drawn. */
const PAPERS_EVERY_MS = 2_000
