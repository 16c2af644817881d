// Rows in the text form of COPY.
import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const special: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

export const field = (value: string | number | null): string =>
  value === null
    ? '\\N'
    : typeof value === 'number'
      ? String(value)
      : /[\\\n\r\t]/.test(value)
        ? value.replaceAll(/[\\\n\r\t]/g, (sign) => special[sign] ?? sign)
        : value

/** One element of an array, quoted for the array and for COPY. */
export const element = (value: string): string => field(`"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`)

export const row = (values: readonly string[]): string => `${values.join('\t')}\n`

/** `target` is a table with the names of its columns. */
export async function copyInto(client: pg.ClientBase, target: string, rows: readonly string[]): Promise<void> {
  if (rows.length === 0) return
  await pipeline(Readable.from([Buffer.from(rows.join(''))]), client.query(copyFrom(`copy ${target} from stdin`)))
}
