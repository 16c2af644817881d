// A report with all that its files are made from.
import type { Tx } from '../../../platform/database/database.ts'
import type { ReportPrint } from '../rules/print/report-print.ts'
import type { ReportSheet } from '../rules/sheet.ts'
import { resolvedBody } from '../rules/text/resolve.ts'
import { receivedByYear } from './history.ts'
import { figuresOfText } from './text.ts'

/** The text is read as in its editor: sums, shares, changes to last year and kept metrics among its references. */
export async function printOf(tx: Tx, sheet: ReportSheet, redHead: boolean): Promise<ReportPrint> {
  const figures = await figuresOfText(tx, sheet)
  return { sheet, resolve: (body) => resolvedBody(body, figures), years: await receivedByYear(tx, sheet), redHead }
}
