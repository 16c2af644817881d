// What the office may ask of surveys after publication.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { surveyLimits } from '../law/questions.ts'

const id = z.uuid()
const aDay = z.iso.date()
const filters = { state: z.enum(['waiting', 'open', 'closed', 'all']).default('all'), q: z.string().trim().max(100).default('') }
const standing = z.enum(['waiting', 'open', 'closed'])
const row = z.object({
  documentId: id,
  editionId: id,
  title: z.string(),
  unitName: z.string(),
  opensOn: aDay,
  closesOn: aDay,
  answers: z.number().int(),
  standing,
  standingTitle: z.string(),
})

export const listSurveys = contract({
  method: 'GET',
  path: '/surveys',
  title: '实施效果调查',
  may: 'edition.read',
  query: z.object({ ...filters, page: z.coerce.number().int().min(1).default(1), size: z.coerce.number().int().min(1).max(100).default(20) }),
  answer: z.object({ rows: z.array(row), total: z.number().int() }),
})
export const exportSurveys = contract({
  method: 'GET',
  path: '/surveys.csv',
  title: '导出实施效果调查',
  may: 'edition.read',
  query: z.object(filters),
  answer: 'file',
})
export const getSurvey = contract({
  method: 'GET',
  path: '/surveys/:documentId',
  title: '一条信息的实施效果调查和结果',
  may: 'edition.read',
  params: z.object({ documentId: id }),
  answer: z.object({
    title: z.string(),
    publishedOn: aDay,
    opensOn: aDay.nullable(),
    closesOn: aDay.nullable(),
    standing: standing.nullable(),
    answers: z.number().int(),
    counts: z.array(z.object({ question: z.string(), options: z.array(z.object({ option: z.string(), count: z.number().int() })) })),
    words: z.array(z.object({ text: z.string(), at: z.iso.datetime() })),
  }),
})
export const putSurveyPlan = contract({
  method: 'PUT',
  path: '/surveys/:documentId',
  title: '设置实施效果调查',
  may: 'edition.publish',
  params: z.object({ documentId: id }),
  body: z.object({
    months: z.number().int().min(surveyLimits.months.least).max(surveyLimits.months.most),
    days: z.number().int().min(surveyLimits.days.least).max(surveyLimits.days.most),
  }),
  answer: z.object({ opensOn: aDay, closesOn: aDay }),
})
