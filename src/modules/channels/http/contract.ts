// What the office may ask of the channel ledger: entries, evidence, figures, likeness. Read by the server, the OpenAPI page and the browser.
import { z } from 'zod'
import { contract } from '../../../kernel/contract.ts'
import { lines, type Line } from '../../../law/lines.ts'
import { channelNames } from '../law/channels.ts'
import type { ChannelMetric } from '../law/metrics.ts'
import {
  aDay,
  appearance,
  enteredChannel,
  entered,
  entryRow,
  evidence,
  figureRow,
  figures,
  happening,
  id,
  likenessRow,
  listOf,
  nothing,
  paging,
  refusedPiece,
  text,
  words,
} from './shapes.ts'

/** 政务 or 党务: their figures are never added together. */
const line = z.enum(Object.keys(lines) as [Line, ...Line[]]).default('government')

export type EntryRow = z.infer<typeof entryRow>
export type AppearanceBody = z.infer<typeof appearance>
export type LikenessRow = z.infer<typeof likenessRow>

const entryParams = z.object({ entryId: id })
const span = { from: aDay, until: aDay }

const filters = {
  q: words,
  channel: enteredChannel.optional(),
  unitId: id.optional(),
  documentId: id.optional(),
  from: aDay.optional(),
  until: aDay.optional(),
  view: z.enum(['standing', 'unproved', 'struck', 'all']).default('standing'),
  sort: z.enum(['shownOn', '-shownOn', 'enteredAt', '-enteredAt', 'unitName', '-unitName', 'channel', '-channel']).default('-shownOn'),
}

export const listEntries = contract({
  method: 'GET',
  path: '/channel-entries',
  title: '渠道台账',
  may: 'channel.read',
  query: z.object({ ...filters, ...paging }),
  answer: listOf(entryRow).extend({ totalIsExact: z.boolean() }),
})
export const exportEntries = contract({
  method: 'GET',
  path: '/channel-entries.csv',
  title: '导出渠道台账',
  may: 'channel.read',
  query: z.object(filters),
  answer: 'file',
})
export const postEntries = contract({
  method: 'POST',
  path: '/channel-entries',
  title: '登记发布渠道：一条信息在几个渠道，或者几条信息在一个渠道',
  may: 'channel.enter',
  body: z.object({ pieceIds: z.array(id).min(1).max(200), appearances: z.array(appearance).min(1).max(20) }),
  answer: entered,
})
export const postOfflinePiece = contract({
  method: 'POST',
  path: '/offline-pieces',
  title: '登记没有上网站的信息及其公开渠道',
  may: 'channel.enter',
  body: z.object({ unitId: id, title: text(300), text: text(20_000).default(''), appearances: z.array(appearance).min(1).max(20) }),
  answer: entered.extend({ pieceId: id }),
})
export const getEntry = contract({
  method: 'GET',
  path: '/channel-entries/:entryId',
  title: '一条渠道登记：佐证、更正经过',
  may: 'channel.read',
  params: entryParams,
  answer: entryRow.extend({ evidenceFiles: z.array(evidence), history: z.array(happening) }),
})
export const putEntry = contract({
  method: 'PUT',
  path: '/channel-entries/:entryId',
  title: '更正渠道登记',
  may: 'channel.enter',
  params: entryParams,
  body: appearance.extend({ version: z.number().int().min(1), reason: text(500) }),
  answer: nothing,
})
export const putEntryStrike = contract({
  method: 'PUT',
  path: '/channel-entries/:entryId/strike',
  title: '作废渠道登记',
  may: 'channel.enter',
  params: entryParams,
  body: z.object({ reason: text(500) }),
  answer: nothing,
})
export const postEvidence = contract({
  method: 'POST',
  path: '/channel-evidence',
  title: '补充佐证：照片、扫描件',
  may: 'channel.enter',
  takes: 'multipart',
  /** Ids of entries, separated by commas: one photograph may prove many. */
  body: z.object({ entryIds: z.string().regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,199}$/) }),
  answer: z.object({ added: z.number().int(), refused: z.array(refusedPiece) }),
})
export const getEvidence = contract({
  method: 'GET',
  path: '/channel-entries/:entryId/evidence/:evidenceId',
  title: '查看佐证文件',
  may: 'channel.read',
  params: z.object({ entryId: id, evidenceId: id }),
  answer: 'file',
})
export const deleteEvidence = contract({
  method: 'DELETE',
  path: '/channel-entries/:entryId/evidence/:evidenceId',
  title: '撤去佐证文件',
  may: 'channel.enter',
  params: z.object({ entryId: id, evidenceId: id }),
  body: z.object({ reason: text(500) }),
  answer: nothing,
})

export const getDocumentChannels = contract({
  method: 'GET',
  path: '/documents/:documentId/channels',
  title: '一条信息的发布渠道：网站和已登记的其他渠道',
  may: 'channel.read',
  params: z.object({ documentId: id }),
  answer: z.object({
    /** Null where it does not stand on the website. */
    website: z.object({ indexNumber: z.string(), shownOn: aDay, address: z.string() }).nullable(),
    entries: z.array(entryRow),
    mayEnter: z.boolean(),
    same: z.array(z.object({ pieceId: id, title: z.string(), unitName: z.string() })),
  }),
})

const metricName = z.enum(['published-distinct', 'published-first-by-channel', 'published-by-channel'] as const satisfies readonly ChannelMetric[])

export const getFigures = contract({
  method: 'GET',
  path: '/channel-figures',
  title: '主动公开数量：按渠道、按单位，同一信息计1条',
  may: 'channel.read',
  query: z.object({ ...span, unitId: id.optional(), line }),
  answer: figures,
})
export const exportFigures = contract({
  method: 'GET',
  path: '/channel-figures.csv',
  title: '导出主动公开数量',
  may: 'channel.read',
  query: z.object({ ...span, unitId: id.optional(), line }),
  answer: 'file',
})

/** `channels`: names separated by commas; all of them where it is left out. */
const rowFilters = {
  ...span,
  unitId: id.optional(),
  /** The unit alone, without those below it. */
  own: z.stringbool().default(false),
  line,
  metric: metricName.default('published-distinct'),
  channels: z
    .string()
    .regex(new RegExp(`^(${channelNames.join('|')})(,(${channelNames.join('|')})){0,19}$`))
    .optional(),
  /** Each piece once on all of the channels together, as a kind of channel counts it. */
  once: z.stringbool().default(false),
}
export const listFigureRows = contract({
  method: 'GET',
  path: '/channel-figures/rows',
  title: '数字后面的每一条信息',
  may: 'channel.read',
  query: z.object({ ...rowFilters, ...paging }),
  answer: listOf(figureRow),
})
export const exportFigureRows = contract({
  method: 'GET',
  path: '/channel-figures/rows.csv',
  title: '导出数字后面的每一条信息',
  may: 'channel.read',
  query: z.object(rowFilters),
  answer: 'file',
})

const likenessView = z.enum(['open', 'same', 'different']).default('open')
export const listLikeness = contract({
  method: 'GET',
  path: '/likenesses',
  title: '疑似相同的信息',
  may: 'channel.read',
  query: z.object({ view: likenessView, q: words, unitId: id.optional(), ...paging }),
  answer: listOf(likenessRow),
})
export const exportLikeness = contract({
  method: 'GET',
  path: '/likenesses.csv',
  title: '导出疑似相同的信息',
  may: 'channel.read',
  query: z.object({ view: likenessView, q: words, unitId: id.optional() }),
  answer: 'file',
})
export const putLikenessAnswer = contract({
  method: 'PUT',
  path: '/likenesses',
  title: '认定是否同一信息',
  may: 'channel.enter',
  body: z.object({ oneId: id, otherId: id, answer: z.enum(['same', 'different']) }),
  answer: nothing,
})
