/**
 * Why something was not done. `code` is stable, snake_case and the key of its translation; `field` is the path of the input that
 * is wrong ("lines.2.quantity"); `params` fills the placeholders of the translated sentence.
 */
export type Refusal<Code extends string = string> = {
  readonly code: Code
  readonly field?: string
  readonly params?: Readonly<Record<string, string | number>>
}

export const refusal = <Code extends string>(
  code: Code,
  field?: string,
  params?: Readonly<Record<string, string | number>>,
): Refusal<Code> => ({ code, ...(field !== undefined && { field }), ...(params !== undefined && { params }) })
