// Keeps the list that came with a former site, and applies it to what is already in the batch.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { columnTree } from '../../publication/index.ts'
import { batchStates } from '../law/historic-batch.ts'
import { lockBatch } from '../queries/batch.ts'
import { lookThrough, type BatchRow } from '../queries/batch-documents.ts'
import { editionById } from '../queries/edition.ts'
import { handIn } from '../queries/import-reach.ts'
import { cleanContent } from '../rules/clean-content.ts'
import { readManifest } from '../rules/import/manifest.ts'
import { saveContent } from '../store/editions.ts'
import { putManifest, setOrigin } from '../store/import.ts'

export interface ManifestTaken {
  readonly rows: number
  readonly matched: number
  readonly problems: readonly { readonly line: number; readonly sentence: string }[]
}

export async function putBatchManifest(tx: Tx, by: By, { batchId, text }: { readonly batchId: string; readonly text: string }): Promise<Ruling<ManifestTaken>> {
  const batch = await lockBatch(tx, by.actor, batchId)
  if (!batch) return refused('batch-not-found')
  if (!handIn(by.actor, batch.unitId).grantFor('import.run')) return refused('not-allowed')
  if (batch.state !== 'collecting' && batch.state !== 'returned') return refused({ code: 'batch-closed', facts: { state: batchStates[batch.state].title } })

  const manifest = readManifest(text)
  if (!manifest.ok) return manifest
  const { rows, problems } = manifest.value
  await putManifest(tx, batchId, rows)
  const columns = new Map((await columnTree(tx)).map((column) => [column.name, column.id]))
  const unknown = [...new Set([...rows.values()].flatMap((row) => (row.column !== null && !columns.has(row.column) ? [row.column] : [])))]
  let matched = 0
  const take = async (row: BatchRow): Promise<void> => {
    const facts = rows.get(row.fileName)
    const edition = facts && !row.isLive ? await editionById(tx, row.editionId) : undefined
    if (!facts || !edition) return
    matched += 1
    await setOrigin(tx, row.documentId, {
      originalPublishedOn: facts.originalPublishedOn ?? row.originalPublishedOn,
      originalIndexNumber: facts.originalIndexNumber ?? row.originalIndexNumber,
      originalAddress: facts.originalAddress ?? row.originalAddress,
    })
    const columnId = facts.column === null ? undefined : columns.get(facts.column)
    const content = {
      ...edition,
      title: facts.title ?? edition.title,
      documentNumber: facts.documentNumber ?? edition.documentNumber,
      draftedOn: facts.draftedOn ?? edition.draftedOn,
      columnIds: columnId === undefined ? edition.columnIds : [columnId],
    }
    await saveContent(tx, edition.editionId, cleanContent(content), { accountId: by.actor.accountId, at: by.at })
  }
  await lookThrough(tx, batchId, async (some) => {
    for (const row of some) await take(row)
  })
  const unmet = unknown.map((name) => ({ line: 1, sentence: `没有名为“${name}”的栏目，相关信息仍放在批次的栏目中。` }))
  return granted({ rows: rows.size, matched, problems: [...problems, ...unmet] })
}
