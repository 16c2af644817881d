// Makes the draft in which an accepted report is published, or makes it anew after the report changed.
import { granted, refused, type Ruling } from '../../../kernel/ruling.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { PdfPress } from '../../../platform/documents/write/pdf.ts'
import { may, type By } from '../../access/index.ts'
import { putReportEdition, type ReportEditionParts } from '../../disclosure/index.ts'
import { columnTree } from '../../publication/index.ts'
import type { ReportFileForm } from '../law/file-forms.ts'
import { roundKinds } from '../law/states.ts'
import { printOf } from '../queries/report-print.ts'
import { roundById } from '../queries/rounds.ts'
import { lockSheet } from '../queries/sheet.ts'
import { mayDraft } from '../rules/may-draft.ts'
import { figuresOfReport } from '../rules/print/data-of-report.ts'
import { htmlOfReport } from '../rules/print/html-of-report.ts'
import { printedReport } from '../rules/print/printed-report.ts'
import { noteDraft } from '../store/drafts.ts'
import { writeReport } from './write-report.ts'

export interface Drafting {
  readonly reportId: string
  /** The version of the report that the person saw. */
  readonly version: number
  readonly redHead: boolean
  /** What is told of a revision, where it is public already. */
  readonly changeNote: string
}

export interface DraftingParts extends ReportEditionParts {
  readonly press: PdfPress
}

/** Data beside the text: the gate takes these; JSON is told by the portal from what the door wrote. */
const attached: readonly ReportFileForm[] = ['docx', 'pdf', 'xlsx', 'csv']

export async function draftReport(
  tx: Tx,
  by: By,
  asked: Drafting,
  { press, ...parts }: DraftingParts,
): Promise<Ruling<{ editionId: string; documentId: string }>> {
  const sheet = await lockSheet(tx, asked.reportId)
  if (!sheet || !may(by.actor, 'report.write', sheet).ok) return refused('not-found')
  const round = sheet.roundId === null ? undefined : await roundById(tx, sheet.roundId)
  const ruling = mayDraft(sheet, { version: asked.version, collectorId: round?.unitId ?? null })
  if (!ruling.ok) return ruling
  const { generation, year, scope } = ruling.value
  const column = (await columnTree(tx)).find(({ kind }) => kind === 'annual-report')
  if (!column) return refused('report-no-column')

  const print = await printOf(tx, sheet, asked.redHead)
  const printed = printedReport(sheet, print.resolve)
  const files = []
  for (const form of attached) files.push(await writeReport(press, print, form))
  const content = {
    title: printed.title,
    kind: '报告',
    theme: '综合政务\\政务公开',
    bodyHtml: htmlOfReport(printed),
    columnIds: [column.id],
    keywords: ['政府信息公开', '年度报告', String(year)],
    summary: `${sheet.unitName}${year}年${roundKinds[sheet.kind].title}。`,
    source: sheet.unitName,
    draftedOn: sheet.sealedOn ?? sheet.signedOn,
  }
  const report = { year, scope, generation, cells: figuresOfReport(sheet) }
  const put = await putReportEdition(
    tx,
    by,
    { documentId: sheet.documentId, unitId: sheet.unitId, content, report, files, changeNote: asked.changeNote },
    parts,
  )
  if (!put.ok) return put
  await noteDraft(tx, by, { reportId: sheet.id, version: sheet.version, ...put.value })
  return granted(put.value)
}
