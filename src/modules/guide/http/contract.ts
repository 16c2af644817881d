// Office routes over the guides of the units: how each stands, what would be written today, what the unit adds.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { guideComparisons, guideStates, type GuideComparison, type GuideState } from '../law/parts.ts'

const stateShape = z.enum(Object.keys(guideStates) as [GuideState, ...GuideState[]])
const line = z.string().trim().max(200)

const particulars = z.object({
  receivingOffice: line,
  receivingAddress: line,
  receivingPhone: line,
  receivingHours: line,
  onlineAddress: line.refine((address) => /^(https?:\/\/\S+)?$/u.test(address), '在线申请地址应以 http:// 或 https:// 开头'),
  supervisor: line,
  supervisorPhone: line,
  reconsiderationBody: line,
})

const guideRow = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  state: stateShape,
  publishedAt: z.iso.datetime().nullable(),
  openEditionId: z.uuid().nullable(),
  missing: z.array(z.string()),
})

const query = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(20),
  state: stateShape.optional(),
  q: z.string().max(100).default(''),
})

export const listGuides = contract({
  method: 'GET',
  path: '/guides',
  title: '各单位公开指南',
  may: 'catalogue.read',
  query,
  answer: z.object({ rows: z.array(guideRow), total: z.int() }),
})

export const exportGuides = contract({ method: 'GET', path: '/guides.csv', title: '导出公开指南情况', may: 'catalogue.read', query, answer: 'file' })

const part = z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })

export const getGuide = contract({
  method: 'GET',
  path: '/guides/:unitId',
  title: '一个单位的公开指南',
  may: 'catalogue.read',
  params: z.object({ unitId: z.uuid() }),
  answer: guideRow.extend({
    liveEditionId: z.uuid().nullable(),
    particulars,
    mayKeep: z.boolean(),
    mayTakeOver: z.boolean(),
    /** What would come of it, against what stands; the first is what is looked at first. */
    comparisons: z.array(
      z.object({
        of: z.enum(Object.keys(guideComparisons) as [GuideComparison, ...GuideComparison[]]),
        paragraphs: z.array(z.object({ kind: z.enum(['same', 'added', 'removed', 'changed']), text: z.string(), parts: z.array(part) })),
      }),
    ),
  }),
})

export const putGuideParticulars = contract({
  method: 'PUT',
  path: '/guides/:unitId/particulars',
  title: '填写指南所列的受理机构、监督和复议机关',
  may: 'duty.handle',
  params: z.object({ unitId: z.uuid() }),
  body: particulars,
  answer: z.object({ id: z.uuid() }),
})

export const putGuideText = contract({
  method: 'PUT',
  path: '/guides/:unitId/text',
  title: '把最新内容采用到指南稿件',
  may: 'edition.draft',
  params: z.object({ unitId: z.uuid() }),
  body: z.object({ how: z.enum(['changed-parts', 'whole']) }),
  answer: z.object({ editionId: z.uuid() }),
})
