// Keeps figures that a person typed, with reason and name; a bad one refuses all, so that nothing typed is half kept.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { typeCells, type TypedCell } from '../rules/type-cells.ts'
import { raiseVersion, saveCells } from '../store/reports.ts'
import { writableReport } from './held-report.ts'

export async function saveTypedCells(
  tx: Tx,
  by: By,
  asked: { reportId: string; version: number; cells: readonly TypedCell[] },
): Promise<Ruling<{ version: number }>> {
  const held = await writableReport(tx, by, asked)
  if (!held.ok) return held
  const { sheet, round } = held.value
  if (asked.cells.length === 0) return refused('report-nothing-typed')
  const typed = typeCells(sheet, round.outline, asked.cells)
  if (!typed.ok) return typed
  const who = { accountId: by.actor.accountId, name: by.actor.name }
  await saveCells(
    tx,
    typed.value.map(({ restored, ...cell }) => ({ reportId: sheet.id, ...cell, by: restored ? null : who })),
    by.at,
  )
  await raiseVersion(tx, sheet.id, by.actor.accountId)
  return granted({ version: sheet.version + 1 })
}
