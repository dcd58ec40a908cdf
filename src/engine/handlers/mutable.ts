/** A value as the wire's schemas type it: theirs are not readonly, ours are. Nothing is copied, for nothing on the way changes it. */
export type Mutable<T> = T extends readonly (infer Item)[]
  ? Mutable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Mutable<T[Key]> }
    : T

export const mutable = <T>(value: T): Mutable<T> => value as Mutable<T>
