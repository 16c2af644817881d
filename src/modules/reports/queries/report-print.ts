// A report with all that its files are made from.
import type { Tx } from '../../../platform/database/database.ts'
import { cellsOf } from '../law/forms/cells.ts'
import { formOfGeneration } from '../law/forms/forms.ts'
import type { ReportPrint } from '../rules/print/report-print.ts'
import { printedValue } from '../rules/print/printed-value.ts'
import type { Resolve } from '../rules/print/printed-report.ts'
import type { ReportSheet } from '../rules/sheet.ts'
import { receivedByYear } from './history.ts'

/** Figures where the text names cells of its own report. */
function resolveIn({ generation, year, cells }: ReportSheet): Resolve {
  const kinds = new Map((generation === null ? [] : cellsOf(formOfGeneration(generation), year)).map(({ key, column }) => [key, column.kind] as const))
  return (body) => body.replaceAll(/\{([a-zA-Z0-9_.]+)\}/g, (whole, key: string) => printedValue(cells.get(key)?.value, kinds.get(key) ?? 'count') || whole)
}

export async function printOf(tx: Tx, sheet: ReportSheet, redHead: boolean): Promise<ReportPrint> {
  return { sheet, resolve: resolveIn(sheet), years: await receivedByYear(tx, sheet), redHead }
}
