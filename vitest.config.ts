import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: ['test/start-database.ts'],
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'demo/**/*.test.ts', 'office/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
    reporters: ['default', './test/summary-reporter.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Two cores; database waits leave room for a third.
    maxWorkers: 3,
  },
})
