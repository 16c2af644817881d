// Answers what the office asks of reports.
import { granted, refused } from '../../../kernel/ruling.ts'
import { openReader } from '../../../platform/documents/read/reader.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { unitByName } from '../../organization/index.ts'
import { checkFile } from '../actions/check-file.ts'
import { allCitedDocuments } from '../queries/cited-documents.ts'
import { inForce } from '../rules/cited-documents.ts'
import { citationRoutes } from './citations.ts'
import { reporterOf } from '../law/publication-days.ts'
import { cellsOf, placeOf } from '../law/forms/cells.ts'
import { markedText } from '../rules/marked.ts'
import type { Reading } from '../rules/read/reading.ts'
import * as contracts from './contract.ts'

// One thread with bounds of time and memory, started by the first file; an idle one keeps no process alive.
const reader = openReader()

const cellsRead = ({ form, year, cells }: Reading): { key: string; table: string; label: string; written: string | null }[] =>
  (form ? cellsOf(form, year ?? 0) : []).map((cell) => ({
    key: cell.key,
    table: cell.table.title,
    label: placeOf(cell),
    written: cells.get(cell.key)?.written ?? null,
  }))

export const reportRoutes: readonly OfficeRoute[] = [
  ...citationRoutes,
  answer(contracts.postReportCheck, async ({ files, tx }) => {
    const [file] = files
    if (!file || files.length > 1) return refused('one-report')
    const result = await checkFile(reader, { name: file.name, bytes: file.bytes }, inForce(await allCitedDocuments(tx)))
    if (!result.ok) return refused({ code: `unreadable-${result.code}`, field: 'file' })
    const { check, report } = result
    const { reading, marked } = report
    return granted({
      file: file.name,
      title: reading.title,
      generation: check.generation,
      form: reading.form?.title ?? null,
      year: check.year,
      unit: check.unit,
      publishedOn: reading.publishedOn,
      tables: reading.tables.map(({ title, read }) => ({ title, rows: read })),
      cells: Object.keys(check.cells).length,
      findings: [...check.findings],
      read: cellsRead(reading),
      unitId: check.unit === null ? null : ((await unitByName(tx, check.unit))?.id ?? null),
      scope: check.unit !== null && reporterOf(check.unit) === 'government' ? 'region' : 'own',
      paragraphs: markedText(reading.paragraphs, marked).map(({ heading, pieces }) => ({ heading, pieces: [...pieces] })),
    })
  }),
]
