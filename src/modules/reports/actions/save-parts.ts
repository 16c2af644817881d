// Keeps the text of parts.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { raiseVersion, saveParts } from '../store/reports.ts'
import { writableReport } from './held-report.ts'
import { keepText } from './keep-text.ts'

export async function saveReportParts(
  tx: Tx,
  by: By,
  asked: { reportId: string; version: number; parts: readonly { readonly ordinal: number; readonly body: string }[] },
): Promise<Ruling<{ version: number }>> {
  const held = await writableReport(tx, by, asked)
  if (!held.ok) return held
  const { sheet } = held.value
  const titles = new Map(sheet.parts.map(({ ordinal, title }) => [ordinal, title]))
  if (asked.parts.length === 0 || asked.parts.some(({ ordinal }) => !titles.has(ordinal))) return refused('report-no-such-part')
  await saveParts(
    tx,
    asked.parts.map(({ ordinal, body }) => ({ reportId: sheet.id, ordinal, title: titles.get(ordinal) ?? '', body: body.trim(), byName: by.actor.name })),
    by.at,
  )
  const now = new Map(asked.parts.map(({ ordinal, body }) => [ordinal, body.trim()]))
  await keepText(tx, { ...sheet, parts: sheet.parts.map((part) => ({ ...part, body: now.get(part.ordinal) ?? part.body })) }, by)
  await raiseVersion(tx, sheet.id, by.actor.accountId)
  return granted({ version: sheet.version + 1 })
}
