// Office routes over the heartbeat: the map of units and fields, the columns of the site, the entries of one unit.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { lineShape, pageShape, pulseCounts, pulseShape } from './shapes.ts'

export const getHeartbeatMap = contract({
  method: 'GET',
  path: '/heartbeat',
  title: '公开目录运行图',
  may: 'catalogue.read',
  query: z.object({
    ...pageShape,
    line: lineShape,
    field: z.string().max(60).optional(),
    pulse: pulseShape.optional(),
    sort: z.enum(['worst', 'unit']).default('worst'),
  }),
  answer: z.object({
    fields: z.array(z.string()),
    totals: pulseCounts,
    rows: z.array(
      z.object({ unitId: z.uuid(), unitName: z.string(), counts: pulseCounts, cells: z.array(z.object({ field: z.string(), counts: pulseCounts })) }),
    ),
    total: z.int(),
  }),
})

const columnBeatQuery = z.object({ line: lineShape, q: z.string().trim().max(60).default(''), pulse: pulseShape.optional() })
export const listColumnBeats = contract({
  method: 'GET',
  path: '/column-heartbeat',
  title: '各栏目的运行情况',
  may: 'catalogue.read',
  query: columnBeatQuery.extend({ ...pageShape, sort: z.enum(['worst', 'site']).default('worst') }),
  answer: z.object({
    totals: pulseCounts,
    rows: z.array(
      z.object({
        columnId: z.uuid(),
        path: z.array(z.string()),
        documents: z.int(),
        lastAt: z.iso.datetime().nullable(),
        dueOn: z.string().nullable(),
        counts: pulseCounts,
        pulse: pulseShape.nullable(),
      }),
    ),
    total: z.int(),
  }),
})
export const exportColumnBeats = contract({
  method: 'GET',
  path: '/column-heartbeat.csv',
  title: '导出各栏目的运行情况',
  may: 'catalogue.read',
  query: columnBeatQuery,
  answer: 'file',
})

export const getUnitHeartbeat = contract({
  method: 'GET',
  path: '/heartbeat/:unitId',
  title: '一个单位的目录运行情况',
  may: 'catalogue.read',
  params: z.object({ unitId: z.uuid() }),
  answer: z.object({
    unitName: z.string(),
    counts: pulseCounts,
    rows: z.array(
      z.object({
        responsibilityId: z.uuid(),
        entryId: z.uuid(),
        field: z.string(),
        name: z.string(),
        sectionName: z.string().nullable(),
        lastTitle: z.string(),
        lastAt: z.iso.datetime().nullable(),
        dueOn: z.string().nullable(),
        pulse: pulseShape,
      }),
    ),
  }),
})
