// Office routes over one report: its sheet, its figures and text, its steps, and the units behind a figure of a region.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { findingRows, type FindingCode } from '../law/findings.ts'
import type { Generation } from '../law/forms/shape.ts'
import { reportStateNames, roundKindNames, type ReportOrigin, type ReportScope } from '../law/states.ts'
import { reportStepNames } from '../law/steps.ts'
import { aDay, outline } from './rounds-contract.ts'

const text = (most: number) => z.string().max(most, `不超过${most}个字`)
const ofReport = z.object({ reportId: z.uuid() })
const version = z.int().min(1)
const value = {
  stands: z.enum(['figure', 'change', 'not-applicable', 'blank']),
  figure: z.number().nullable(),
  words: z.string(),
}

const cell = z.object({
  key: z.string(),
  ...value,
  /** What the system counted when it filled the cell; null where it does not know it. */
  counted: z.number().nullable(),
  reason: z.string(),
  /** Null: the system filled it. */
  byName: z.string().nullable(),
  changedAt: z.iso.datetime(),
})
export type ShownCell = z.infer<typeof cell>

const part = z.object({ ordinal: z.int(), title: z.string(), body: z.string(), optional: z.boolean() })
export type ShownPart = z.infer<typeof part>

const finding = z.object({
  code: z.enum(Object.keys(findingRows) as [FindingCode, ...FindingCode[]]),
  severity: z.enum(['error', 'warning', 'remark']),
  cell: z.string().nullable(),
  place: z.string(),
  message: z.string(),
})
export type ShownFinding = z.infer<typeof finding>

const step = z.object({
  name: z.enum(reportStepNames),
  title: z.string(),
  open: z.boolean(),
  refusals: z.array(z.object({ code: z.string(), sentence: z.string(), article: z.string().optional() })),
  tone: z.enum(['forward', 'plain', 'danger']),
  confirm: z.string().nullable(),
  /** What the text of its form is called; null where it asks none. */
  asksText: z.string().nullable(),
  asksDay: z.boolean(),
})
export type ShownReportStep = z.infer<typeof step>

export const getReport = contract({
  method: 'GET',
  path: '/reports/:reportId',
  title: '一份报告',
  may: 'report.read',
  params: ofReport,
  answer: z.object({
    id: z.uuid(),
    roundId: z.uuid().nullable(),
    roundTitle: z.string().nullable(),
    kind: z.enum(roundKindNames),
    year: z.int(),
    unitId: z.uuid(),
    unitName: z.string(),
    scope: z.enum(['own', 'region'] satisfies ReportScope[]),
    generation: z.enum(['A', 'B', 'C'] satisfies Generation[]).nullable(),
    origin: z.enum(['system', 'paper', 'taken-over'] satisfies ReportOrigin[]),
    state: z.enum(reportStateNames),
    version,
    handInBy: aDay.nullable(),
    publishBy: aDay.nullable(),
    late: z.boolean(),
    signedByName: z.string().nullable(),
    signedOn: aDay.nullable(),
    sealedOn: aDay.nullable(),
    documentId: z.uuid().nullable(),
    outline: outline.nullable(),
    cells: z.array(cell),
    parts: z.array(part),
    findings: z.array(finding),
    /** Units whose records stand in the counted cells. */
    counts: z.array(z.object({ unitId: z.uuid(), name: z.string() })),
    /** Of a region: own reports of the round, and how many are not accepted. */
    below: z.object({ total: z.int(), outstanding: z.int() }).nullable(),
    lastYearId: z.uuid().nullable(),
    editable: z.boolean(),
    steps: z.array(step),
    happened: z.array(z.object({ key: z.string(), title: z.string(), who: z.string(), at: z.iso.datetime(), text: z.string() })),
  }),
})
export type ReportAnswer = AnswerOf<typeof getReport>

const saved = z.object({ version })

export const putReportCells = contract({
  method: 'PUT',
  path: '/reports/:reportId/cells',
  title: '填写报告数据',
  may: 'report.write',
  params: ofReport,
  body: z.object({
    version,
    cells: z
      .array(
        z.object({
          key: z.string().max(60),
          /** As typed; null: what the system counted stands again. */
          text: text(30).nullable(),
          reason: text(500).default(''),
        }),
      )
      .max(300),
  }),
  answer: saved,
})

export const putReportParts = contract({
  method: 'PUT',
  path: '/reports/:reportId/parts',
  title: '填写报告文字',
  may: 'report.write',
  params: ofReport,
  body: z.object({ version, parts: z.array(z.object({ ordinal: z.int().min(1).max(30), body: text(60_000) })).max(30) }),
  answer: saved,
})

export const postReportRefill = contract({
  method: 'POST',
  path: '/reports/:reportId/refill',
  title: '重新取数',
  may: 'report.write',
  params: ofReport,
  body: z.object({ version }),
  answer: saved.extend({ changed: z.int() }),
})

export const postReportStep = contract({
  method: 'POST',
  path: '/reports/:reportId/steps',
  title: '办理报告',
  may: 'report.read',
  params: ofReport,
  body: z.object({ step: z.enum(reportStepNames), version, note: text(1000).default(''), day: aDay.nullable().default(null) }),
  answer: saved.extend({ state: z.enum(reportStateNames) }),
})

export const listRegionRows = contract({
  method: 'GET',
  path: '/reports/:reportId/region-rows',
  title: '汇总数据由哪些单位的数据构成',
  may: 'report.read',
  params: ofReport,
  query: z.object({ key: z.string().max(60) }),
  answer: z.object({
    rows: z.array(
      z.object({
        reportId: z.uuid(),
        unitName: z.string(),
        state: z.enum(reportStateNames),
        stands: value.stands.nullable(),
        figure: z.number().nullable(),
        words: z.string().nullable(),
      }),
    ),
  }),
})
