import type { LocalDate } from '#domain/clock/local-time.ts'
import type { KeptKind } from '#domain/document/document-type.ts'

/** Where the files of documents are kept for ten years. */
export type FileArchive = {
  /** Durable when it returns; answers with the path below the archive, and the SHA-256 (hexadecimal) of the bytes. */
  write(file: {
    readonly externalRef: string
    readonly kind: KeptKind
    readonly date: LocalDate
    readonly bytes: Uint8Array
  }): {
    readonly path: string
    readonly sha256: string
  }
  /** The bytes, or null where they are missing or no longer what was kept. */
  read(file: { readonly path: string; readonly sha256: string }): Uint8Array | null
}
