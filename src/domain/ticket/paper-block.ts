/** A paper, whatever prints it: blocks from top to bottom. Widths are in characters of the normal size. */
export type PaperBlock =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly align: 'left' | 'center' | 'right'
      readonly size: 'normal' | 'tall' | 'double'
      readonly bold: boolean
    }
  /** Already laid out to the paper's width, one string a printed row. */
  | { readonly kind: 'rows'; readonly rows: readonly string[]; readonly bold: boolean }
  | { readonly kind: 'rule' }
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'qr'; readonly data: string }

/** Characters of the normal size in a row: 12 dots each on 576 dots (80 mm) or 384 (58 mm). */
export type PaperColumns = 48 | 32
