// Two kinds of tests: of the code on a cloned database, and journeys through the whole product on the demo town.
import { defineConfig } from 'vitest/config'

const patient = { testTimeout: 120_000, hookTimeout: 240_000 }

export default defineConfig({
  test: {
    reporters: ['default', './test/summary-reporter.ts'],
    // Two cores; waiting for the database leaves room for a third.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'code',
          // Each file has a database of its own and shares no state of modules: loading them once saves half the time.
          isolate: false,
          globalSetup: ['test/start-database.ts'],
          include: ['src/**/*.test.ts', 'test/*.test.ts', 'test/access/**/*.test.ts', 'demo/**/*.test.ts', 'office/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          ...patient,
        },
      },
      { test: { name: 'journeys', globalSetup: ['test/journeys/start-town.ts'], include: ['test/journeys/**/*.test.ts'], ...patient, testTimeout: 600_000 } },
    ],
  },
})
