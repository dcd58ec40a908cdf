import type { Bitmap } from '../bitmap.ts'

/** One paper that came out, from the last cut to the next. */
export type VirtualPaper = {
  /** Dots across. */
  readonly width: number
  readonly bitmap: Bitmap
  /** What was printed as text, one line a printed row; pictures leave none. */
  readonly text: string
  /** What each QR that the printer made itself says. */
  readonly qrs: readonly string[]
  readonly drawerPulses: number
  /** Commands that this printer does not know, as hexadecimal bytes. */
  readonly unknown: readonly string[]
  /** Whether it was cut off; a paper that broke off was not. */
  readonly isCut: boolean
  /** The paper as a picture for a screen. */
  readonly png: Uint8Array
}
