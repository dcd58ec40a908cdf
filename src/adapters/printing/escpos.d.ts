/** The part of escpos 2.5.2 that is used here; the package brings no types. */
declare module 'escpos/printer.js' {
  type Adapter = {
    open(callback?: (problem?: Error) => void): void
    write(data: Buffer, callback?: (problem?: Error) => void): void
    close(callback?: (problem?: Error) => void): void
  }

  class Printer {
    constructor(adapter: Adapter, options: { encoding: string })
    /** Raw bytes, as they are. */
    print(content: Buffer): this
    /** Encoded text and a line feed. */
    text(content: string): this
    feed(lines: number): this
    align(align: 'lt' | 'ct' | 'rt'): this
    /** 1 or 2 each; ends bold. */
    size(width: number, height: number): this
    /** Dots from line to line; the printer's own without an argument. */
    lineSpace(dots?: number): this
    /** Feeds `feed` lines, then cuts: in part, or all through. */
    cut(part: boolean, feed: number): this
    flush(callback?: (problem?: Error) => void): this
  }

  export = Printer
}
