// A list as a CSV download.
import { csvOf } from '../../kernel/csv.ts'
import type { FileAnswer } from './routes.ts'

/** The download `name`.csv with one column a heading; every row gives its cells in that order. */
export function csvFile(name: string, headings: readonly string[], rows: Parameters<typeof csvOf>[1]): FileAnswer {
  return { mediaType: 'text/csv; charset=utf-8', name: `${name}.csv`, body: csvOf(headings, rows) }
}
