/** MH's environments (CAT-001): "00" is for tests, "01" is for real. The API's key decides which one it issues in. */
export const ENVIRONMENTS = ['00', '01'] as const
export type Environment = (typeof ENVIRONMENTS)[number]
