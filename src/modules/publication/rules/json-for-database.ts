// JSON that PostgreSQL takes.
const wellFormed = (_key: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value)
/** JSON writes half of a character as its number. */
const half = /\\ud[89a-f]/

/** Without half of a character, which PostgreSQL refuses. To look at each of a thousand words takes longer than to write them: only where there may be one. */
export function jsonForDatabase(value: unknown): string {
  const text = JSON.stringify(value)
  return half.test(text) ? JSON.stringify(value, wellFormed) : text
}
