// Fills a report anew with what the system counts today, or a region with what its units reported. What a person typed stands, the count beside it is renewed.
import { granted, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { cellsOf } from '../law/forms/cells.ts'
import { regionCells } from '../queries/region.ts'
import { countedNow, metaOf } from '../queries/report-facts.ts'
import { fill, type FilledCell } from '../rules/fill.ts'
import { formOf } from '../rules/sheet-checks.ts'
import type { CellValue, ReportSheet } from '../rules/sheet.ts'
import { raiseVersion, recordStep, renewCounts, saveCells } from '../store/reports.ts'
import { writableReport } from './held-report.ts'
import { keepText } from './keep-text.ts'

/** Sums of changes are words; they are filled where nobody typed. */
function ofRegion(sheet: ReportSheet, sums: ReadonlyMap<string, CellValue>): FilledCell[] {
  const form = formOf(sheet)
  if (!form) return []
  const cells = cellsOf(form, sheet.year)
  const counted = new Map([...sums].map(([key, value]) => [key, value.stands === 'figure' ? value.figure : value.stands === 'not-applicable' ? ('not-applicable' as const) : null]))
  const changes = cells.flatMap(({ key }): FilledCell[] => {
    const value = sums.get(key)
    return value?.stands === 'change' && (sheet.cells.get(key)?.byName ?? null) === null ? [{ key, value, counted: null }] : []
  })
  return [...fill(cells, counted, sheet.cells), ...changes]
} // prettier-ignore

async function filled(tx: Tx, sheet: ReportSheet): Promise<FilledCell[]> {
  const form = formOf(sheet)
  if (!form) return []
  if (sheet.scope === 'region') return sheet.roundId === null ? [] : ofRegion(sheet, await regionCells(tx, sheet.roundId))
  return fill(cellsOf(form, sheet.year), await countedNow(tx, sheet, await metaOf(tx, sheet.id)), sheet.cells)
}

export async function refillReport(tx: Tx, by: By, asked: { reportId: string; version: number }): Promise<Ruling<{ version: number; changed: number }>> {
  const held = await writableReport(tx, by, asked)
  if (!held.ok) return held
  const { sheet } = held.value
  await keepText(tx, sheet, by)
  const cells = await filled(tx, sheet)
  if (cells.length === 0) return granted({ version: sheet.version, changed: 0 })
  const typed = (key: string): boolean => (sheet.cells.get(key)?.byName ?? null) !== null
  await saveCells(
    tx,
    cells.filter(({ key }) => !typed(key)).map((cell) => ({ reportId: sheet.id, ...cell, reason: '', by: null })),
    by.at,
  )
  await renewCounts(
    tx,
    sheet.id,
    cells.filter(({ key }) => typed(key)),
  )
  await recordStep(tx, [sheet.id], by, { step: 'fill', note: `${cells.length}项数据有变化` }, by.at)
  await raiseVersion(tx, sheet.id, null)
  return granted({ version: sheet.version + 1, changed: cells.length })
}
