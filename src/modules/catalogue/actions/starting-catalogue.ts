// Gives a new office the catalogue that it begins with.
import type { Day } from '../../../kernel/day.ts'
import type { Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { unitTree } from '../../organization/index.ts'
import { columnTree } from '../../publication/index.ts'
import { partyEntries } from '../law/party-entries.ts'
import { startingEntries, type StartingEntry } from '../law/starting-entries.ts'
import { knownEntries } from '../queries/entries.ts'
import { bodiesOf } from '../rules/body.ts'
import { entryKey, type EntryContent } from '../rules/entry.ts'
import { limitOf, rhythmOf } from '../rules/limit.ts'
import { addEntries, type KeepRefusal } from './keep-entries.ts'

/** The catalogue of one line. Entries that stand there already are left as they are, so that it can be asked twice. */
export async function putStartingCatalogue(
  tx: Tx,
  by: By,
  begins: Day,
  chosen: (entry: StartingEntry) => boolean = (entry) => entry.kind === 'government',
): Promise<Ruling<readonly string[], KeepRefusal>> {
  const [units, columns] = [await unitTree(tx, { asOf: by.today }), await columnTree(tx)]
  const idOf = new Map(columns.map((column) => [column.slug, column.id]))
  const known = new Set([...(await knownEntries(tx, 'government')), ...(await knownEntries(tx, 'party'))].map((entry) => entry.key))
  const serials = new Map<string, number>()
  const contents = [...startingEntries, ...partyEntries]
    .filter((entry) => chosen(entry) && !known.has(entryKey(entry.kind, { ...entry, item3: '' })))
    .map((entry): EntryContent => {
      const serial = (serials.get(entry.field) ?? 0) + 1
      serials.set(entry.field, serial)
      const bodies = bodiesOf(entry.bodyText, units, entry.kind)
      return {
        kind: entry.kind, field: entry.field, serial, item1: entry.item1, item2: entry.item2, item3: '', elements: entry.elements, basis: entry.basis, limitText: entry.limitText,
        bodyText: entry.bodyText || '本机关', channels: entry.channels, channelOther: '', audience: entry.audience ?? 'society', audienceWho: entry.audienceWho ?? '', mode: 'proactive', tiers: ['county'], limit: limitOf(entry.limitText),
        unitIds: bodies.unitIds, unitKinds: [...new Set([...entry.unitKinds, ...(entry.bodyText === '' ? [] : bodies.unitKinds)])], statutoryItem: entry.statutoryItem,
        columnIds: entry.columns.flatMap((slug) => idOf.get(slug) ?? []), rhythm: entry.rhythm ?? rhythmOf(entry.limitText),
      } // prettier-ignore
    })
  return addEntries(tx, by, { contents, begins, note: '起始目录' })
}
