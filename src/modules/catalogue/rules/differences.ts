// What a file would change in the catalogue: entries to add, cells to change, entries that the file no longer holds.
import type { EntryKind } from '../law/entries.ts'
import { entryKey, type OfficialColumns } from './entry.ts'
import type { ReadRow } from './sheet/read-rows.ts'

export type OfficialField = Exclude<keyof OfficialColumns, 'serial'>

export interface KnownEntry extends OfficialColumns {
  readonly entryId: string
  readonly key: string
  readonly number: number
}

export interface Difference {
  /** Stable name of the difference in one preview. */
  readonly key: string
  readonly what: 'add' | 'change' | 'end'
  readonly entryId: string | null
  readonly row: ReadRow | null
  readonly name: OfficialColumns
  /** Cells that differ: before and after. */
  readonly cells: readonly { readonly field: OfficialField; readonly before: string; readonly after: string }[]
}

const compared: readonly OfficialField[] = [
  'field', 'item1', 'item2', 'item3', 'elements', 'basis', 'limitText', 'bodyText', 'channels', 'channelOther', 'audience', 'audienceWho', 'mode', 'tiers',
] // prettier-ignore

const text = (value: OfficialColumns[OfficialField]): string => (typeof value === 'string' ? value.replaceAll(/[ \t\u3000]+/g, ' ').trim() : value.join('、'))

/** The serial alone is no change: rows move when one is put in between. */
export function differencesOf(rows: readonly ReadRow[], known: readonly KnownEntry[], kind: EntryKind): readonly Difference[] {
  const byKey = new Map(known.map((entry) => [entry.key, entry]))
  const met = new Set<string>()
  const times = new Map<string, number>()
  const differences: Difference[] = []
  for (const row of rows) {
    const name = entryKey(kind, row)
    const nth = times.get(name) ?? 0
    times.set(name, nth + 1)
    const key = entryKey(kind, row, nth)
    const before = byKey.get(key)
    if (!before) {
      differences.push({ key, what: 'add', entryId: null, row, name: row, cells: [] })
      continue
    }
    met.add(key)
    const cells = compared
      .filter((field) => text(before[field]) !== text(row[field]))
      .map((field) => ({ field, before: text(before[field]), after: text(row[field]) }))
    if (cells.length > 0) differences.push({ key, what: 'change', entryId: before.entryId, row, name: row, cells })
  }
  const fields = new Set(rows.map((row) => row.field))
  for (const entry of known) {
    if (!met.has(entry.key) && fields.has(entry.field)) {
      differences.push({ key: entry.key, what: 'end', entryId: entry.entryId, row: null, name: entry, cells: [] })
    }
  }
  return differences
}
