// Asks for the archive of many documents, which the worker then makes.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { reachOf, type By } from '../../access/index.ts'
import { mostDocuments } from '../law/archive.ts'
import { documentsToArchive } from '../queries/archive.ts'
import { insertArchive } from '../store/archives.ts'

export interface ArchiveQuestion {
  readonly unitId?: string | undefined
  readonly from: string
  readonly until: string
  /** What it is called in the list. */
  readonly title: string
}

export async function askArchive(tx: Tx, by: By, { unitId, from, until, title }: ArchiveQuestion): Promise<Ruling<{ archiveId: string; documents: number }>> {
  if (from > until) return refused({ code: 'period-turned', field: 'until' })
  const scope = { reach: reachOf(by.actor, 'archive.export'), unitId }
  const documentIds = await documentsToArchive(tx, scope, { from, until }, mostDocuments)
  if (documentIds.length === 0) return refused('archive-empty')
  if (documentIds.length > mostDocuments) return refused({ code: 'archive-too-large', facts: { limit: mostDocuments } })
  return granted({ archiveId: await insertArchive(tx, by, { title, documentIds }), documents: documentIds.length })
}
