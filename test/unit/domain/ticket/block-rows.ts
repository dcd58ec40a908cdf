import type { PaperBlock, PaperColumns } from '#domain/ticket/paper-block.ts'

/** The printed rows of a layout, sizes and alignment aside. */
export const blockRows = (blocks: readonly PaperBlock[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'rows') return block.rows
    if (block.kind === 'text') return [block.text]
    if (block.kind === 'qr') return [`QR ${block.data}`]
    return [block.kind === 'rule' ? '---' : '']
  })

/** The rows that would not fit on the paper: none, if the layout is right. */
export const tooWide = (blocks: readonly PaperBlock[], columns: PaperColumns): readonly string[] =>
  blocks.flatMap((block) => {
    const width = block.kind === 'text' && block.size === 'double' ? columns / 2 : columns
    const rows = block.kind === 'rows' ? block.rows : block.kind === 'text' ? [block.text] : []
    return rows.filter((row) => row.length > width)
  })
