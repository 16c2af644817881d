// Takes a catalogue in the official layout: reads it, shows what it would change, and applies what a person chose.
import type { Day } from '../../../kernel/day.ts'
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Reader } from '../../../platform/documents/read/reader.ts'
import type { By } from '../../access/index.ts'
import { unitTree } from '../../organization/index.ts'
import { knownEntries, presentEntries } from '../queries/entries.ts'
import { importById, type CatalogueImport } from '../queries/imports.ts'
import { answering, bodiesOf, type UnitName } from '../rules/body.ts'
import type { EntryKind } from '../law/entries.ts'
import { differencesOf, type Difference } from '../rules/differences.ts'
import type { EntryContent } from '../rules/entry.ts'
import { limitOf, rhythmOf } from '../rules/limit.ts'
import { readSheets, type ReadRow } from '../rules/sheet/read-rows.ts'
import { changeEntry, endEntries, lockCatalogue, putResponsibilities, recordStep } from '../store/entries.ts'
import { markApplied, saveImport } from '../store/imports.ts'
import { addEntries, mayKeep } from './keep-entries.ts'

export interface ImportPreview extends CatalogueImport {
  readonly differences: readonly Difference[]
  /** Bodies that name no unit of the tree: nobody answers for those entries until somebody is named. */
  readonly unknownBodies: readonly string[]
}

export interface CatalogueFile {
  readonly name: string
  readonly bytes: Buffer
  /** Which catalogue it is held against. */
  readonly kind: EntryKind
}

export async function readCatalogue(tx: Tx, by: By, reader: Reader, file: CatalogueFile): Promise<Ruling<{ id: string }>> {
  if (!(await mayKeep(tx, by, file.kind))) return refused('not-allowed')
  const grid = await reader.grid(file)
  if (!grid.ok) return refused({ code: grid.code, field: 'files' })
  const read = readSheets(grid.sheets)
  if (read.rows.length === 0 && read.refused.length === 0) return refused({ code: 'catalogue-empty', field: 'files' })
  return granted({ id: await saveImport(tx, by, file, read) })
}

export async function previewOf(tx: Tx, by: By, id: string): Promise<Ruling<ImportPreview>> {
  const read = await importById(tx, id)
  if (!read || !(await mayKeep(tx, by, read.kind))) return refused('not-found')
  const units = await unitTree(tx, { asOf: by.today })
  const differences = read.appliedAt ? [] : differencesOf(read.rows, await knownEntries(tx, read.kind), read.kind)
  const unknown = new Set(differences.flatMap(({ row }) => (row ? bodiesOf(row.bodyText, units, read.kind).unknown : [])))
  return granted({ ...read, differences, unknownBodies: [...unknown] })
}

export interface Application {
  readonly id: string
  readonly begins: Day
  /** Keys of the differences that were chosen. */
  readonly keys: readonly string[]
}

const contentOf = (row: ReadRow, units: readonly UnitName[], kind: EntryKind): EntryContent => {
  const { sheet: _sheet, row: _row, ...columns } = row
  const bodies = bodiesOf(row.bodyText, units, kind)
  return {
    ...columns, kind, limit: limitOf(row.limitText), unitIds: bodies.unitIds, unitKinds: bodies.unitKinds, statutoryItem: null, columnIds: [], rhythm: rhythmOf(row.limitText),
  } // prettier-ignore
}

/** The differences are made anew: what somebody else changed since the preview is not written over. */
export async function applyCatalogue(tx: Tx, by: By, { id, begins, keys }: Application): Promise<Ruling<{ added: number; changed: number; ended: number }>> {
  await lockCatalogue(tx)
  const preview = await previewOf(tx, by, id)
  if (!preview.ok) return preview
  if (preview.value.appliedAt) return refused('import-applied-before')
  const wanted = new Set(keys)
  const chosen = preview.value.differences.filter((one) => wanted.has(one.key))
  if (chosen.length !== wanted.size) return refused('import-preview-stale')
  const units = await unitTree(tx, { asOf: by.today })
  const note = `导入：${preview.value.fileName}`

  const added = chosen.flatMap((one) => (one.what === 'add' && one.row ? [contentOf(one.row, units, preview.value.kind)] : []))
  if (added.length > 0) {
    const ruling = await addEntries(tx, by, { contents: added, begins, note })
    if (!ruling.ok) return ruling
  }
  const changes = chosen.flatMap((one) => (one.what === 'change' && one.row && one.entryId ? [{ ...one, row: one.row, entryId: one.entryId }] : []))
  const present = new Map((await presentEntries(tx, changes.map((one) => one.entryId))).map((entry) => [entry.entryId, entry])) // prettier-ignore
  const held: { entryId: string; unitIds: string[]; nextOn: Day | null }[] = []
  for (const { entryId, row, key, cells } of changes) {
    const before = present.get(entryId)
    if (!before) continue
    if (begins < before.beginsOn) return refused({ code: 'entry-begins-too-early', field: 'begins', facts: { day: before.beginsOn } })
    const read = contentOf(row, units, preview.value.kind)
    const changed = new Set(cells.map((cell) => cell.field))
    // what the layout has no column for stays, unless the words that it was made from changed
    const content: EntryContent = {
      ...read,
      statutoryItem: before.statutoryItem,
      columnIds: before.columnIds,
      ...(changed.has('bodyText') ? {} : { unitIds: before.unitIds, unitKinds: before.unitKinds }),
      ...(changed.has('limitText') ? {} : { rhythm: before.rhythm, limit: before.limit }),
    }
    await changeEntry(tx, by, { entryId, key, number: before.number, begins, content, note })
    held.push({ entryId, unitIds: answering(units, content), nextOn: content.rhythm.kind === 'ad-hoc' ? null : begins })
  }
  if (held.length > 0) await putResponsibilities(tx, held, begins)
  const ended = chosen.flatMap((one) => (one.what === 'end' && one.entryId ? [one.entryId] : []))
  if (ended.length > 0) await endEntries(tx, ended, begins)
  const counts = { added: added.length, changed: held.length, ended: ended.length }
  await markApplied(tx, by, id, counts)
  await recordStep(tx, by, 'import', null, { file: preview.value.fileName, ...counts })
  return granted(counts)
}
