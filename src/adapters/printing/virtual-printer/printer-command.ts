import type { Bitmap } from '../bitmap.ts'

/** One thing that a receipt printer was told. */
export type PrinterCommand =
  | { readonly kind: 'character'; readonly code: number }
  | { readonly kind: 'line_feed' }
  | { readonly kind: 'tab' }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'initialise' }
  | { readonly kind: 'code_page'; readonly page: number }
  | { readonly kind: 'align'; readonly align: number }
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  | { readonly kind: 'bold'; readonly on: boolean }
  | { readonly kind: 'underline'; readonly dots: number }
  | { readonly kind: 'line_spacing'; readonly dots: number | null }
  | { readonly kind: 'feed_lines'; readonly lines: number }
  | { readonly kind: 'feed_dots'; readonly dots: number }
  | { readonly kind: 'raster'; readonly picture: Bitmap; readonly scaleX: number; readonly scaleY: number }
  | { readonly kind: 'qr_module'; readonly dots: number }
  | { readonly kind: 'qr_level'; readonly level: 'L' | 'M' | 'Q' | 'H' }
  | { readonly kind: 'qr_store'; readonly data: Uint8Array }
  | { readonly kind: 'qr_print' }
  | { readonly kind: 'cut'; readonly feedDots: number }
  | { readonly kind: 'drawer_pulse' }
  | { readonly kind: 'status'; readonly question: number }
  /** Several settings in one command. */
  | { readonly kind: 'all'; readonly commands: readonly PrinterCommand[] }
  | { readonly kind: 'unknown'; readonly bytes: Uint8Array }
