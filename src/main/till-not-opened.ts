/** Why this shell does not open the till, where the data itself is not to blame. */
export class TillNotOpened extends Error {
  readonly code: 'environment_invalid' | 'till_already_open'
  constructor(code: TillNotOpened['code'], detail = '') {
    super(detail)
    this.code = code
  }
}
