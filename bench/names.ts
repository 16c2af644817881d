// Every bench by its name, in the order of the table.
import type { Bench } from './harness/bench.ts'

export const benches: Readonly<Record<string, () => Promise<{ bench: Bench }>>> = {
  'page-hot': () => import('./page-hot.ts'),
  'page-spread': () => import('./page-spread.ts'),
  'page-cold': () => import('./page-cold.ts'),
  revalidate: () => import('./revalidate.ts'),
  mirror: () => import('./mirror.ts'),
  start: () => import('./start.ts'),
  crawl: () => import('./crawl.ts'),
  publish: () => import('./publish.ts'),
  report: () => import('./report.ts'),
  import: () => import('./import.ts'),
  'search-1m': () => import('./search-1m.ts'),
  'search-growth': () => import('./search-growth.ts'),
  desk: () => import('./desk.ts'),
}
