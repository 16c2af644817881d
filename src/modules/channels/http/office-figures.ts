// Answers for the figures of a period, the rows behind them, and the pairs that somebody is asked about.
import { day } from '../../../kernel/day.ts'
import { granted } from '../../../kernel/ruling.ts'
import { csvFile } from '../../../platform/http/csv.ts'
import { answer, type OfficeRoute } from '../../../platform/http/routes.ts'
import { answerLikeness } from '../actions/answer-likeness.ts'
import { channelGroups, channelNames, channels, type ChannelGroup, type ChannelName } from '../law/channels.ts'
import { channelFigures, figuresByUnit } from '../queries/figures.ts'
import { figureRows, type FigureQuestion } from '../queries/figure-rows.ts'
import { likenessRows, type LikenessRow } from '../queries/likeness.ts'
import type { Scope } from '../queries/scope.ts'
import { byOf, channelTitle, sliceOf, timeText, wholeList } from './answers.ts'
import * as contract from './contract.ts'

const spanOf = ({ from, until }: { readonly from: string; readonly until: string }) => ({ from: day(from), until: day(until) })

const rowsQuestion = (query: {
  from: string
  until: string
  metric: FigureQuestion['metric']
  channels?: string | undefined
  once: boolean
}): FigureQuestion => ({
  metric: query.metric,
  channels: query.channels?.split(',') as ChannelName[] | undefined,
  once: query.once,
  span: spanOf(query),
})

const rowsScope = (reach: Scope['reach'], { unitId, own, line }: { unitId?: string | undefined; own: boolean; line: Scope['line'] }): Scope => ({
  reach,
  line,
  ...(own && unitId !== undefined ? { among: [unitId] } : { unitId }),
})

const groups = Object.keys(channelGroups) as ChannelGroup[]

const inGroup = (counts: Readonly<Partial<Record<ChannelName, number>>>, group: ChannelGroup): number =>
  channelNames.filter((name) => channels[name].group === group).reduce((sum, name) => sum + (counts[name] ?? 0), 0)

const pieceOf = (row: LikenessRow, side: 'one' | 'other') => ({
  pieceId: row[`${side}Id`],
  title: row[`${side}Title`],
  unitName: row[`${side}UnitName`],
  indexNumber: row[`${side}IndexNumber`],
  day: row[`${side}Day`],
})

const answers = { same: '同一信息', different: '不同信息' } as const

export const figureRoutes: readonly OfficeRoute[] = [
  answer(contract.getFigures, async ({ tx, reach, query }) => {
    const scope = { reach, unitId: query.unitId, line: query.line }
    const { distinct, first, by } = await channelFigures(tx, scope, spanOf(query))
    return granted({ distinct, first, by, units: await figuresByUnit(tx, scope, spanOf(query)) })
  }),
  answer(contract.exportFigures, async ({ tx, reach, query }) => {
    const scope = { reach, unitId: query.unitId, line: query.line }
    const all = await channelFigures(tx, scope, spanOf(query))
    const units = await figuresByUnit(tx, scope, spanOf(query))
    const headings = ['单位', query.line === 'party' ? '党务公开信息数' : '主动公开政府信息数', ...groups.map((group) => channelGroups[group])]
    const lineOf = (name: string, distinct: number, counts: Readonly<Partial<Record<ChannelName, number>>>) => [
      name,
      distinct,
      ...groups.map((group) => inGroup(counts, group)),
    ]
    const lines = [
      lineOf('合计（不同渠道和方式公开相同信息计1条）', all.distinct, all.first),
      lineOf('各渠道公开数', all.distinct, all.by),
      ...units.map((unit) => lineOf(unit.unitName, unit.distinct, unit.first)),
    ]
    return granted(csvFile(`${query.line === 'party' ? '党务公开数量' : '主动公开数量'}${query.from}至${query.until}`, headings, lines))
  }),
  answer(contract.listFigureRows, async ({ tx, reach, query }) => {
    const { rows, total } = await figureRows(tx, rowsScope(reach, query), rowsQuestion(query), sliceOf(query))
    return granted({ rows: rows.map(({ liveEditionId, ...row }) => ({ ...row, editionId: liveEditionId })), total })
  }),
  answer(contract.exportFigureRows, async ({ tx, reach, query }) => {
    const { rows } = await figureRows(tx, rowsScope(reach, query), rowsQuestion(query), wholeList)
    const cells = rows.map((row) => [row.title, row.indexNumber, row.unitName, channelTitle(row.channel), row.day])
    return granted(csvFile('公开信息明细', ['信息名称', '索引号', '单位', '渠道', '首次公开日期'], cells))
  }),
  answer(contract.listLikeness, async ({ tx, reach, query }) => {
    const { rows, total } = await likenessRows(tx, { reach, unitId: query.unitId }, query, sliceOf(query))
    return granted({
      rows: rows.map((row) => ({
        one: pieceOf(row, 'one'),
        other: pieceOf(row, 'other'),
        alike: row.alike / 10,
        answer: row.answer,
        answeredByName: row.answeredByName,
        answeredAt: row.answeredAt?.toISOString() ?? null,
      })),
      total,
    })
  }),
  answer(contract.exportLikeness, async ({ tx, reach, query }) => {
    const { rows } = await likenessRows(tx, { reach, unitId: query.unitId }, query, wholeList)
    const headings = ['信息甲', '单位', '索引号', '信息乙', '单位', '索引号', '相似度（%）', '认定', '认定人', '认定时间']
    const cells = rows.map((row) => [
      row.oneTitle,
      row.oneUnitName,
      row.oneIndexNumber,
      row.otherTitle,
      row.otherUnitName,
      row.otherIndexNumber,
      row.alike / 10,
      row.answer && answers[row.answer],
      row.answeredByName,
      row.answeredAt && timeText(row.answeredAt),
    ])
    return granted(csvFile('疑似相同的信息', headings, cells))
  }),
  answer(contract.putLikenessAnswer, async (call) => {
    const answered = await answerLikeness(call.tx, byOf(call), call.body)
    call.audit({ objectKind: 'likeness', objectId: call.body.oneId, detail: { other: call.body.otherId, answer: call.body.answer } })
    return answered.ok ? granted({}) : answered
  }),
]
