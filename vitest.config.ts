import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/{unit,property,conformance,integration,fault,architecture}/**/*.test.ts'],
    globalSetup: ['test/support/before-all-tests.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
})
