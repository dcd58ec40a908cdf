/** documented: by the API's public pages · assumed: ours, where these stop; what rests on it tolerates it being otherwise. */
export type Basis = 'documented' | 'assumed'

export type Shown = {
  /** Below `test`, without `.test.ts`. */
  readonly file: string
  /** A test's title, or the name of one row of its table, as the source has it. */
  readonly title: string
}

/** One row or rule of the Ocote API contract, in our words, and the tests that show it. */
export type ContractRow = {
  readonly section: '1' | '2' | '3' | '4' | '5' | '6'
  readonly row: string
  readonly says: string
  readonly basis: Basis
  readonly shownBy: readonly Shown[]
}

type Described = readonly [row: string, says: string, basis: Basis, ...shownBy: Shown[]]

/** The rows of a section, each as a line of its table. */
export const rowsOf =
  (section: ContractRow['section']) =>
  (...described: readonly Described[]): readonly ContractRow[] =>
    described.map(([row, says, basis, ...shownBy]) => ({ section, row, says, basis, shownBy }))

/** Tests of one file. */
export const testsIn =
  (file: string) =>
  (title: string): Shown => ({ file, title })
