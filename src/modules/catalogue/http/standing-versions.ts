// What stands in public in the columns of an entry that is kept by versions: the present texts of those who answer for it, and the earlier ones.
import type { Tx } from '../../../platform/database/database.ts'
import { columnTree, versionsIn } from '../../publication/index.ts'
import { keptByVersions } from '../../publication/law/column-kinds.ts'
import type { AnswerOf } from '../../../kernel/contract.ts'
import type { Answering } from '../queries/entries.ts'
import type { getEntry } from './contract.ts'

/** Null for an entry in no column of that kind. */
export async function standingVersions(
  tx: Tx,
  columnIds: readonly string[],
  units: readonly Answering[],
  addressOf: (path: string) => string,
): Promise<AnswerOf<typeof getEntry>['standing']> {
  const kept = (await columnTree(tx)).filter(({ id, kind }) => columnIds.includes(id) && keptByVersions.has(kind)).map(({ id }) => id)
  if (kept.length === 0) return null
  const rows = await versionsIn(tx, { columnIds: kept, unitIds: units.map(({ unitId }) => unitId) })
  return rows.map(({ id, title, unitName, revision, publishedOn, texts, before }) => ({
    id,
    title,
    unitName,
    revision,
    publishedOn,
    address: addressOf(id),
    texts: texts.map((one) => ({ ...one, address: addressOf(`${id}/revisions/${one.revision}`) })),
    before: before.map((one) => ({ id: one.id, title: one.title, publishedOn: one.publishedOn, address: addressOf(one.id) })),
  }))
}
