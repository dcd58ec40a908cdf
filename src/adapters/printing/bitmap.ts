/** A picture of ink: one bit a dot, 1 is black, rows packed to whole bytes with the leftmost dot in the highest bit. */
export type Bitmap = {
  /** Dots; a multiple of 8. */
  readonly width: number
  readonly height: number
  /** width / 8 × height bytes. */
  readonly data: Uint8Array
}
