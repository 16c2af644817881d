// Lists as CSV that Excel and WPS open without a question: UTF-8 with its mark, CRLF, and no cell that could run as a formula.
import type { FileAnswer } from './routes.ts'

type Cell = string | number | boolean | null | undefined

function cell(value: Cell): string {
  const text = value === true ? '是' : value === false ? '否' : String(value ?? '')
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A CSV file named `name` with one column a heading; every row gives its cells in that order. */
export function csvFile(name: string, headings: readonly string[], rows: readonly (readonly Cell[])[]): FileAnswer {
  const lines = [headings, ...rows].map((row) => row.map(cell).join(','))
  return { mediaType: 'text/csv; charset=utf-8', name: `${name}.csv`, body: `\uFEFF${lines.join('\r\n')}\r\n` }
}
