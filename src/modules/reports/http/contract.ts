// What the office may ask of reports: to have one read that somebody else wrote. The file is looked at and not kept.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { findingRows, type FindingCode } from '../law/findings.ts'

const codes = Object.keys(findingRows) as [FindingCode, ...FindingCode[]]

const found = z.object({
  severity: z.enum(['error', 'warning', 'remark']),
  code: z.enum(codes),
  place: z.string(),
  message: z.string(),
  expected: z.string(),
  found: z.string(),
})
export type FoundInReport = z.infer<typeof found>

/** Letters of a paragraph: plain, or what a finding is about, by its number in `findings`. */
const piece = z.object({ text: z.string(), finding: z.int().nullable() })
const paragraph = z.object({ heading: z.boolean(), pieces: z.array(piece) })
export type MarkedParagraph = z.infer<typeof paragraph>

export const postReportCheck = contract({
  method: 'POST',
  path: '/report-checks',
  title: '检查一份报告（不保存）',
  may: 'report.check',
  takes: 'multipart',
  readOnly: true,
  answer: z.object({
    file: z.string(),
    title: z.string(),
    generation: z.enum(['A', 'B', 'C']).nullable(),
    /** The form's name, as people call it. */
    form: z.string().nullable(),
    year: z.int().nullable(),
    unit: z.string().nullable(),
    publishedOn: z.iso.date().nullable(),
    tables: z.array(z.object({ title: z.string(), rows: z.int() })),
    cells: z.int(),
    findings: z.array(found),
    paragraphs: z.array(paragraph),
    /** Every cell of the form as it was read, for a person to look at before it is kept; null: not read. */
    read: z.array(z.object({ key: z.string(), table: z.string(), label: z.string(), written: z.string().nullable() })),
    /** What the report seems to be of, for whoever keeps it. */
    unitId: z.uuid().nullable(),
    scope: z.enum(['own', 'region']),
  }),
})
