/** Something that should not be so: a snake_case code, the document it concerns, and where it was seen. */
export type Finding = { readonly code: string; readonly externalRef: string | null; readonly detail: string }
