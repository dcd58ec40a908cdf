import type { Failpoint } from './failpoint.ts'

/** What `#failpoint` is in production: nothing, and compiled away. Under the condition `torogoz-faults` it is the tests' own. */
export const reach = (_point: Failpoint): void => {}
