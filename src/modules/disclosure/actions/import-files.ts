// Takes in many files for one unit, each for itself: what one of them suffers does not touch the others.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import { type By } from '../../access/index.ts'
import { unitById } from '../../organization/index.ts'
import { columnTree } from '../../publication/index.ts'
import { batchStates } from '../law/historic-batch.ts'
import { readableBatch } from '../queries/batch.ts'
import { handIn } from '../queries/import-reach.ts'
import { importFile, type ImportOrder, type ImportParts, type ImportResult, type OfferedFile } from './import-file.ts'

export interface ImportRequest {
  readonly unitId: string
  readonly sectionId?: string | null
  readonly batchId?: string | null
  readonly columnIds?: readonly string[]
}

/** May this person import here, and into this batch? */
async function orderOf(parts: ImportParts, by: By, { unitId, sectionId, batchId, columnIds }: ImportRequest): Promise<Ruling<ImportOrder>> {
  return parts.transaction(async (tx) => {
    const unit = await unitById(tx, unitId)
    if (!unit || unit.kind === 'section') return refused('unit-not-found')
    const handler = unit.hasOwnStaff || unit.parentId === null ? undefined : unit.parentId
    const grant = handIn(by.actor, unitId).grantFor('import.run') ?? (handler === undefined ? undefined : handIn(by.actor, handler).grantFor('import.run'))
    if (!grant) return refused('not-allowed')
    const order = { unitId, unitName: unit.name, ...(sectionId && { sectionId }), ...(columnIds && columnIds.length > 0 && { columnIds }) }
    if (!batchId) return granted(order)
    const batch = await readableBatch(tx, by.actor, batchId)
    if (!batch) return refused('batch-not-found')
    if (batch.unitId !== unitId) return refused('batch-of-other-unit')
    if (batch.state !== 'collecting' && batch.state !== 'returned') return refused({ code: 'batch-closed', facts: { state: batchStates[batch.state].title } })
    const columns = new Map((await columnTree(tx)).map((column) => [column.name, column.id]))
    return granted({
      ...order,
      batch: {
        batch,
        columnIdOf: (name: string) =>
          columns.get(
            name
              .split(/[\\/>]/)
              .at(-1)
              ?.trim() ?? '',
          ),
      },
    })
  })
}

/** One result a file, in their order. So many are taken at once, each in a transaction of its own. */
export async function importFiles(
  parts: ImportParts,
  by: By,
  request: ImportRequest,
  files: readonly OfferedFile[],
  atOnce = 1,
): Promise<Ruling<readonly ImportResult[]>> {
  if (files.length === 0) return refused('import-without-files')
  const order = await orderOf(parts, by, request)
  if (!order.ok) return order

  const results: Ruling<ImportResult>[] = []
  const waiting = files.entries()
  const lane = async (): Promise<void> => {
    for (const [place, file] of waiting) {
      const result = await importFile(parts, by, order.value, file)
      results[place] = result
      if (!result.ok) return
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, files.length) }, lane))
  const taken: ImportResult[] = []
  for (const result of results) {
    if (!result.ok) return result
    taken.push(result.value)
  }
  return granted(taken)
}
