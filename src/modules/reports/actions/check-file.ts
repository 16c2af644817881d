// Reads the bytes of somebody's report and tells what is wrong with it. Nothing is stored, nothing is sent, no database is asked.
import { plainText, type TextBlock } from '../../../kernel/text-block.ts'
import type { FileToRead, ReadRefusal } from '../../../platform/documents/read/read-document.ts'
import type { Reader } from '../../../platform/documents/read/reader.ts'
import { formerPageOf, structureOf } from '../../disclosure/index.ts'
import { citedDocuments } from '../law/citations.ts'
import { cellValues } from '../rules/check/cells.ts'
import { checkReport, type CheckedReport, type SignatureDoubt } from '../rules/check/check-report.ts'
import type { CitedTo } from '../rules/check/citations.ts'
import type { Finding } from '../rules/check/finding.ts'
import type { Reading } from '../rules/read/reading.ts'
import { longestParagraph } from '../rules/read/read-report.ts'
import { hitsIn } from './word-hits.ts'

/** What is handed out of a report: the shape of `gongkai report check --json`. */
export interface ReportCheck {
  readonly file: string
  readonly generation: Reading['generation']
  readonly year: number | null
  readonly unit: string | null
  readonly cells: Readonly<Record<string, number | string | null>>
  readonly findings: readonly Finding[]
}

export type FileCheck =
  | { readonly ok: true; readonly check: ReportCheck; readonly report: CheckedReport; readonly mediaType: string }
  | { readonly ok: false; readonly code: ReadRefusal }

function signatureDoubt(findings: ReturnType<typeof structureOf>['findings']): SignatureDoubt | null {
  for (const { code, quote } of findings.doubtful) {
    const doubt = /^date-(separators-lost|first-character-lost|no-such-day)$/.exec(code)?.[1]
    // a row of figures at the end of a table is no date
    if (!doubt || (doubt === 'no-such-day' && !/[年./-]/.test(quote))) continue
    return { written: quote, code: doubt === 'no-such-day' ? 'date-impossible' : 'date-damaged' }
  }
  return null
}

/** A line longer than any paragraph is cut before it is looked at: all that comes costs by its length. */
const mostBlocks = 8000
const bounded = (blocks: readonly TextBlock[]): TextBlock[] =>
  blocks
    .slice(0, mostBlocks)
    .map((block) =>
      'spans' in block && plainText(block.spans).length > longestParagraph
        ? { ...block, spans: [{ text: plainText(block.spans).slice(0, longestParagraph + 1) }] }
        : block,
    )

/** `reader` bounds time and memory of a hostile file; `documents` is the table that citations are held against. */
export async function checkFile(reader: Pick<Reader, 'read'>, file: FileToRead, documents: readonly CitedTo[] = citedDocuments): Promise<FileCheck> {
  const read = await reader.read(file)
  if (read.as === 'refused') return { ok: false, code: read.code }
  if (read.as === 'attachment') return { ok: false, code: 'file-without-words' }
  const hints = { fileName: file.name, surroundings: read.surroundings, ...(read.title !== undefined && { fileTitle: read.title }) }
  const blocks = bounded(read.blocks)
  const document = structureOf(blocks, hints)
  const { originalPublishedOn } = formerPageOf(document.fields, read.meta)
  const report = checkReport(
    { raw: blocks, body: document.blocks, title: document.title, signedBy: document.signedBy, signedOn: document.draftedOn, publishedOn: originalPublishedOn },
    { hits: hitsIn, signature: signatureDoubt(document.findings), documents },
  ) // prettier-ignore
  const { generation, year, unit } = report.reading
  return {
    ok: true,
    report,
    mediaType: read.mediaType,
    check: { file: file.name, generation, year, unit, cells: cellValues(report.reading), findings: report.findings },
  }
}
