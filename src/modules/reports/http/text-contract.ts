// Office routes over the text of a report: as it stands with what is found in it, what would be drawn, what it is like.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { findingRows, type FindingCode } from '../law/findings.ts'

const ofReport = z.object({ reportId: z.uuid() })
const codes = Object.keys(findingRows) as [FindingCode, ...FindingCode[]]
const ordinal = z.int().min(1).max(30)
const source = z.object({ title: z.string(), path: z.string() })

const looked = z.object({
  lines: z.array(
    z.object({
      part: ordinal,
      line: z.int(),
      /** As it is kept. */
      source: z.string(),
      /** As it is read, with figures in the place of references. */
      text: z.string(),
      /** What each reference of the line shows, in order. */
      shown: z.array(z.object({ reference: z.string(), text: z.string(), flaw: z.string() })),
    }),
  ),
  findings: z.array(
    z.object({
      severity: z.enum(['error', 'warning', 'remark']),
      code: z.enum(codes),
      place: z.string(),
      message: z.string(),
      part: ordinal.nullable(),
      line: z.int().nullable(),
      replacement: z.object({ was: z.string(), becomes: z.string(), reference: z.string() }).nullable(),
    }),
  ),
})
export type TextLooked = z.infer<typeof looked>
export type TextFinding = TextLooked['findings'][number]

export const getReportText = contract({
  method: 'GET',
  path: '/reports/:reportId/text',
  title: '查看报告文字',
  may: 'report.read',
  params: ofReport,
  answer: looked.extend({
    version: z.int(),
    editable: z.boolean(),
    /** Whether it is the report of the office that collects, into which the texts of the units can be gathered. */
    collects: z.boolean(),
    parts: z.array(z.object({ ordinal, title: z.string(), body: z.string(), table: z.boolean() })),
    /** What a text may refer to. */
    cells: z.array(z.object({ reference: z.string(), title: z.string(), table: z.string(), unit: z.string(), shown: z.string(), last: z.string().nullable() })),
    sentences: z.array(z.object({ part: ordinal, said: z.string(), article: z.string(), sources: z.array(source) })),
  }),
})
export type ReportTextAnswer = AnswerOf<typeof getReportText>

const body = z.string().max(60_000, '一个部分不超过60000字')

/** While somebody types: nothing is written. */
export const postReportTextCheck = contract({
  method: 'POST',
  path: '/reports/:reportId/text-check',
  title: '核对正在填写的报告文字',
  may: 'report.read',
  readOnly: true,
  params: ofReport,
  body: z.object({ parts: z.array(z.object({ ordinal, body })).max(30) }),
  answer: looked,
})

export const getStartingText = contract({
  method: 'GET',
  path: '/reports/:reportId/starting-text',
  title: '查看按本年记录生成的文字',
  may: 'report.read',
  params: ofReport,
  answer: z.object({
    parts: z.array(
      z.object({
        ordinal,
        title: z.string(),
        /** With references, as it would be kept; and as it would be read. */
        body: z.string(),
        text: z.string(),
        now: z.string(),
        sentences: z.array(z.object({ text: z.string(), article: z.string(), sources: z.array(source) })),
        write: z.array(z.string()),
      }),
    ),
  }),
})
export type StartingTextAnswer = AnswerOf<typeof getStartingText>

export const putStartingText = contract({
  method: 'PUT',
  path: '/reports/:reportId/starting-text',
  title: '采用按本年记录生成的文字',
  may: 'report.write',
  params: ofReport,
  body: z.object({ version: z.int(), ordinals: z.array(ordinal).min(1).max(30) }),
  answer: z.object({ version: z.int() }),
})

export const getCompiledText = contract({
  method: 'GET',
  path: '/reports/:reportId/compiled-text',
  title: '查看各单位的文字',
  may: 'report.read',
  params: ofReport,
  answer: z.object({
    parts: z.array(z.object({ ordinal, title: z.string(), lines: z.array(z.object({ text: z.string(), unitName: z.string(), path: z.string() })) })),
  }),
})

export const putCompiledText = contract({
  method: 'PUT',
  path: '/reports/:reportId/compiled-text',
  title: '汇编各单位的文字',
  may: 'report.write',
  params: ofReport,
  body: z.object({ version: z.int(), ordinals: z.array(ordinal).min(1).max(30) }),
  answer: z.object({ version: z.int() }),
})

export const getTextLikeness = contract({
  method: 'GET',
  path: '/reports/:reportId/text-likeness',
  title: '与上年和其他单位文字的相似情况',
  may: 'report.read',
  params: ofReport,
  answer: z.object({
    rows: z.array(
      z.object({
        part: ordinal,
        otherId: z.uuid(),
        otherPart: ordinal,
        unitName: z.string(),
        year: z.int(),
        /** Thousandths. */
        alike: z.int(),
        /** Whether the caller may read the other report. */
        readable: z.boolean(),
      }),
    ),
  }),
})
export type AlikeRow = AnswerOf<typeof getTextLikeness>['rows'][number]

const part = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })

export const getTextComparison = contract({
  method: 'GET',
  path: '/reports/:reportId/text-likeness/:otherId',
  title: '对照两份报告的文字',
  may: 'report.read',
  params: ofReport.extend({ otherId: z.uuid() }),
  query: z.object({ part: z.coerce.number().int().min(1).max(30), otherPart: z.coerce.number().int().min(1).max(30) }),
  answer: z.object({
    unitName: z.string(),
    otherUnitName: z.string(),
    otherYear: z.int(),
    paragraphs: z.array(z.object({ kind: z.enum(['same', 'added', 'removed', 'changed']), text: z.string(), parts: z.array(part) })),
  }),
})
