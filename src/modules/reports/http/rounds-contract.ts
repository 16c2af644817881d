// Office routes over rounds: who is asked for a report, and how far each is.
import { z } from 'zod'
import { contract, type AnswerOf } from '../../../kernel/contract.ts'
import { isDay, type Day } from '../../../kernel/day.ts'
import { unitKinds, type UnitKind } from '../../organization/law/unit-kinds.ts'
import { reportStateNames, roundKindNames, type ReportOrigin, type ReportScope } from '../law/states.ts'

const text = (most: number) => z.string().trim().max(most, `不超过${most}个字`)
export const aDay = z.iso.date().refine((one): one is Day => isDay(one))
const year = z.coerce.number().int().min(2008).max(2099)
const kind = z.enum(roundKindNames)
const paging = { page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) }
const ofRound = z.object({ roundId: z.uuid() })

export const outline = z.object({
  headings: z.array(text(100).min(1)).max(30),
  figures: z.array(z.object({ key: z.string().regex(/^f\d{1,3}$/), title: text(100).min(1), unit: text(20) })).max(60),
})

const days = { departmentDue: aDay, governmentDue: aDay, townDue: aDay, handInBy: aDay }
const counts = z.object({ states: z.partialRecord(z.enum(reportStateNames), z.int()), late: z.int(), total: z.int(), listed: z.int() })
const round = z.object({
  id: z.uuid(),
  kind,
  year: z.int(),
  title: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  basis: z.string(),
  ...days,
  openedAt: z.iso.datetime(),
  openedByName: z.string(),
  closedAt: z.iso.datetime().nullable(),
  /** Units that were asked, and those whose report is still to be made. */
  asked: z.int(),
  waiting: z.int(),
  counts,
})
export type ShownRound = z.infer<typeof round>

export const listReportRounds = contract({
  method: 'GET',
  path: '/report-rounds',
  title: '报告填报列表',
  may: 'report.read',
  query: z.object({
    ...paging,
    view: z.enum(['open', 'closed', 'all']).default('open'),
    q: text(100).default(''),
    kind: kind.optional(),
    year: year.optional(),
  }),
  answer: z.object({ rows: z.array(round), total: z.int() }),
})

/** What opening a round would do: nothing is written. */
export const getRoundProposal = contract({
  method: 'GET',
  path: '/report-round-proposal',
  title: '发起填报前查看填报单位和期限',
  may: 'report.round',
  query: z.object({ unitId: z.uuid(), year, kind, institutionIds: z.union([z.uuid(), z.array(z.uuid())]).optional() }),
  answer: z.object({
    ...days,
    departmentWorkingDay: aDay,
    governmentWorkingDay: aDay,
    form: z.string().nullable(),
    units: z.array(
      z.object({
        unitId: z.uuid(),
        unitName: z.string(),
        kind: z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]),
        ended: z.boolean(),
        /** Names of the units whose records it counts besides its own. */
        alsoCounts: z.array(z.string()),
      }),
    ),
    institutions: z.array(z.object({ unitId: z.uuid(), unitName: z.string() })),
  }),
})
export type RoundProposal = AnswerOf<typeof getRoundProposal>

export const postReportRound = contract({
  method: 'POST',
  path: '/report-rounds',
  title: '发起填报',
  may: 'report.round',
  body: z.object({
    /** Made by the caller, so that the same call sent twice opens one round. */
    id: z.uuid(),
    kind,
    year: z.int().min(2008).max(2099),
    title: text(100).min(2, '请填写名称'),
    unitId: z.uuid(),
    basis: text(200).default(''),
    ...days,
    outline: outline.nullable().default(null),
    institutionIds: z.array(z.uuid()).max(500).default([]),
    unitIds: z.array(z.uuid()).max(5000).default([]),
  }),
  answer: z.object({ roundId: z.uuid(), reports: z.int() }),
})

export const getReportRound = contract({
  method: 'GET',
  path: '/report-rounds/:roundId',
  title: '一次填报',
  may: 'report.read',
  params: ofRound,
  answer: round.extend({
    outline: outline.nullable(),
    closedByName: z.string().nullable(),
    closedNote: z.string(),
    form: z.string().nullable(),
    mayCollect: z.boolean(),
  }),
})
export type RoundSheet = AnswerOf<typeof getReportRound>

const listQuery = z.object({
  ...paging,
  view: z.enum([...reportStateNames, 'late', 'all']).default('all'),
  q: text(100).default(''),
  sort: z.enum(['unit', '-unit', 'due', '-due', 'state', '-state']).default('unit'),
})

export const listReportsOfRound = contract({
  method: 'GET',
  path: '/report-rounds/:roundId/reports',
  title: '一次填报里各单位的报告',
  may: 'report.read',
  params: ofRound,
  query: listQuery,
  answer: z.object({
    rows: z.array(
      z.object({
        reportId: z.uuid(),
        unitId: z.uuid(),
        unitName: z.string(),
        scope: z.enum(['own', 'region'] satisfies ReportScope[]),
        origin: z.enum(['system', 'paper', 'taken-over'] satisfies ReportOrigin[]),
        state: z.enum(reportStateNames),
        handInBy: aDay.nullable(),
        publishBy: aDay.nullable(),
        late: z.boolean(),
        handedInOn: aDay.nullable(),
        typed: z.int(),
        changedAt: z.iso.datetime().nullable(),
        remark: z.string().nullable(),
      }),
    ),
    total: z.int(),
  }),
})
export type ReportRow = AnswerOf<typeof listReportsOfRound>['rows'][number]

export const exportReportsOfRound = contract({
  method: 'GET',
  path: '/report-rounds/:roundId/reports.csv',
  title: '导出各单位填报情况',
  may: 'report.read',
  params: ofRound,
  query: listQuery,
  answer: 'file',
})

export const postRoundEnd = contract({
  method: 'POST',
  path: '/report-rounds/:roundId/end',
  title: '结束填报',
  may: 'report.round',
  params: ofRound,
  body: z.object({ note: text(300).default('') }),
  answer: z.object({ roundId: z.uuid() }),
})

export const postRoundReminders = contract({
  method: 'POST',
  path: '/report-rounds/:roundId/reminders',
  title: '催报',
  may: 'report.accept',
  params: ofRound,
  body: z.object({ /** Empty: all that are outstanding. */ reportIds: z.array(z.uuid()).max(200).default([]) }),
  answer: z.object({ told: z.int() }),
})
