// Every bench by its name, in the order of the table.
import type { Bench } from './harness/bench.ts'

export const benches: Readonly<Record<string, () => Promise<{ bench: Bench }>>> = {}
