// What the office may ask of the calendar: years, the reading of a pasted notice, the effect of an entry, and any term with its ledger.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { mostOf } from '../rules/year-entry.ts'

const yearParams = z.object({ year: z.coerce.number().int().min(1900).max(2200) })
const aDay = z.iso.date()

const off = z.object({ name: z.string().max(mostOf.name), from: aDay, to: aDay })
const entryBody = z.object({
  year: z.number().int().min(1900).max(2200),
  notice: z.string().max(mostOf.title),
  off: z.array(off).max(mostOf.off),
  worked: z.array(aDay).max(mostOf.worked),
})
export type YearEntryBody = z.infer<typeof entryBody>

const yearRow = z.object({
  year: z.int(),
  notice: z.string(),
  source: z.enum(['shipped', 'entered']),
  /** Days off that would be working days, and weekend days that are worked. */
  daysOff: z.int(),
  workedDays: z.int(),
  workingDays: z.int(),
  enteredAt: z.iso.datetime().nullable(),
  enteredByName: z.string().nullable(),
})
export type CalendarYearRow = z.infer<typeof yearRow>

const yearsQuery = z.object({
  source: z.enum(['all', 'shipped', 'entered']).default('all'),
  sort: z.enum(['year', '-year']).default('-year'),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
})

export const listCalendarYears = contract({
  method: 'GET',
  path: '/calendar-years',
  title: '各年度放假安排',
  may: 'calendar.read',
  query: yearsQuery,
  answer: z.object({
    rows: z.array(yearRow),
    total: z.int(),
    /** The year whose notice should have been entered by now. */
    missing: z.int().nullable(),
    /** What a person may enter at most. */
    lastYear: z.int(),
    mayManage: z.boolean(),
  }),
})

export const exportCalendarYears = contract({
  method: 'GET',
  path: '/calendar-years.csv',
  title: '导出各年度放假安排',
  may: 'calendar.read',
  query: yearsQuery.pick({ source: true, sort: true }),
  answer: 'file',
})

const version = z.object({
  entry: entryBody,
  source: z.enum(['shipped', 'entered']),
  enteredAt: z.iso.datetime().nullable(),
  enteredByName: z.string().nullable(),
})

export const getCalendarYear = contract({
  method: 'GET',
  path: '/calendar-years/:year',
  title: '一个年度的放假安排及其各个版本',
  may: 'calendar.read',
  params: yearParams,
  answer: z.object({
    year: z.int(),
    /** Latest first; the first holds. */
    versions: z.array(version),
    steps: z.array(z.object({ at: z.iso.datetime(), byName: z.string(), title: z.string(), notes: z.array(z.string()) })),
    mayManage: z.boolean(),
  }),
})

const keeperEffect = z.object({
  title: z.string(),
  count: z.int(),
  /** The first few hundred, earliest due first. */
  rows: z.array(z.object({ what: z.string(), unitName: z.string(), from: aDay, to: aDay })),
})

/** Nothing is written: what would move is shown before. */
export const postYearEffect = contract({
  method: 'POST',
  path: '/calendar-year-effects',
  title: '查看录入或者更正一个年度的影响',
  may: 'calendar.manage',
  body: entryBody,
  answer: z.object({ version: z.string(), years: z.array(z.int()), keepers: z.array(keeperEffect) }),
  readOnly: true,
})

export const putCalendarYearRoute = contract({
  method: 'PUT',
  path: '/calendar-years/:year',
  title: '录入或者更正一个年度的放假安排',
  may: 'calendar.manage',
  params: yearParams,
  /** `basedOn` is the version that the effect was shown for. */
  body: entryBody.omit({ year: true }).extend({ basedOn: z.string().min(1).max(100) }),
  answer: z.object({ version: z.string(), moved: z.int() }),
})

export const postNoticeReading = contract({
  method: 'POST',
  path: '/calendar-notice-readings',
  title: '读出粘贴的放假通知',
  may: 'calendar.manage',
  body: z.object({ text: z.string().trim().min(1, '请粘贴通知全文').max(20_000, '通知不会超过2万字，请只粘贴通知正文') }),
  answer: z.object({ entry: entryBody.nullable(), doubts: z.array(z.string()) }),
  readOnly: true,
})

/** A repeated word of a query arrives as text when it stands once. */
const several = z.union([z.string().max(40), z.array(z.string().max(40)).max(40)]).optional()

const ledgerDay = z.object({ day: aDay, counted: z.boolean(), reason: z.string(), why: z.string() })

export const ledgerAnswer = z.object({
  title: z.string(),
  startsOn: z.string(),
  from: aDay,
  due: aDay,
  provisional: z.boolean(),
  article: z.string(),
  basis: z.string(),
  days: z.array(ledgerDay),
})
export type LedgerAnswer = z.infer<typeof ledgerAnswer>

/** The clock itself: a term of the law, or one of a length that an entry of the catalogue gives. */
export const getDueDay = contract({
  method: 'GET',
  path: '/due-days',
  title: '计算期限及其逐日明细',
  may: 'signed-in',
  query: z.object({
    term: z.string().max(60).optional(),
    count: z.coerce.number().int().min(1).max(400).optional(),
    unit: z.enum(['working-days', 'calendar-days', 'months']).optional(),
    from: z.string().max(20),
    extend: z.string().max(4).default(''),
    pause: several,
    restart: several,
  }),
  answer: ledgerAnswer,
})

const termRow = z.object({
  term: z.string(),
  title: z.string(),
  startsOn: z.string(),
  length: z.string(),
  basis: z.string(),
  due: aDay,
  provisional: z.boolean(),
})
export type TermRow = z.infer<typeof termRow>

/** Every term of the law that is in force on a day, with its due day if it began then. */
export const listTerms = contract({
  method: 'GET',
  path: '/terms',
  title: '法定期限一览',
  may: 'signed-in',
  query: z.object({ from: z.iso.date().optional() }),
  answer: z.object({ from: aDay, rows: z.array(termRow), total: z.int() }),
})
