// Two kinds of tests: of the code on a cloned database, and journeys through the whole product on the demo town.
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/order.ts'

const patient = { testTimeout: 120_000, hookTimeout: 240_000 }

export default defineConfig({
  test: {
    reporters: ['default', './test/summary-reporter.ts'],
    // Two cores; journeys wait for the browser and tests for the database, which leaves room for two more.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
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
      {
        test: {
          name: 'journeys',
          globalSetup: ['test/journeys/start-town.ts'],
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: 600_000,
          // The first of them wait here until the town is built.
          hookTimeout: 900_000,
        },
      },
    ],
  },
})
