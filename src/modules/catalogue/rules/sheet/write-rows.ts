// The catalogue in the official layout: one table a field, with merged heads, and ■/□ for the channels.
import { entryKinds, tiers, type Tier } from '../../law/entries.ts'
import type { OfficialColumns } from '../entry.ts'
import { channelCell } from './ticks.ts'

export interface LayoutColumn {
  readonly over: string
  readonly title?: string
  readonly width: number
  readonly centred?: boolean
}

export interface LayoutTable {
  readonly name: string
  readonly title: string
  readonly columns: readonly LayoutColumn[]
  readonly rows: readonly (readonly (string | number)[])[]
  readonly mergeDown: number
}

const tick = (yes: boolean): string => (yes ? '√' : '')

/** `what` is 政务公开 or 党务公开: it stands in the title of each sheet. */
export function layoutOf(siteName: string, entries: readonly OfficialColumns[], what: string): LayoutTable[] {
  const fields = [...new Set(entries.map((entry) => entry.field))]
  return fields.map((field) => tableOf(siteName, field, what, entries.filter((entry) => entry.field === field))) // prettier-ignore
}

function tableOf(siteName: string, field: string, what: string, entries: readonly OfficialColumns[]): LayoutTable {
  const three = entries.some((entry) => entry.item3 !== '')
  const used = (Object.keys(tiers) as Tier[]).filter((tier) => tier === 'county' || tier === 'township' || entries.some((entry) => entry.tiers.includes(tier)))
  const columns: LayoutColumn[] = [
    { over: '序号', width: 6, centred: true },
    { over: '公开事项', title: '一级事项', width: 14 },
    { over: '公开事项', title: '二级事项', width: 18 },
    ...(three ? [{ over: '公开事项', title: '三级事项', width: 18 }] : []),
    { over: '公开内容（要素）', width: 44 },
    { over: '公开依据', width: 36 },
    { over: '公开时限', width: 16 },
    { over: '公开主体', width: 16 },
    { over: '公开渠道和载体', width: 34 },
    { over: '公开对象', title: '全社会', width: 8, centred: true },
    { over: '公开对象', title: '特定群体（请写明）', width: 10, centred: true },
    { over: '公开方式', title: '主动', width: 8, centred: true },
    { over: '公开方式', title: '依申请', width: 8, centred: true },
    ...used.map((tier) => ({ over: '公开层级', title: tiers[tier].title, width: 8, centred: true })),
  ]
  const rows = entries.map((entry): (string | number)[] => [
    entry.serial,
    entry.item1,
    entry.item2,
    ...(three ? [entry.item3] : []),
    entry.elements,
    entry.basis,
    entry.limitText,
    entry.bodyText,
    channelCell(entry.channels, entry.channelOther),
    tick(entry.audience !== 'group'),
    entry.audience === 'group' ? `√${entry.audienceWho}` : entry.audienceWho,
    tick(entry.mode === 'proactive'),
    tick(entry.mode === 'on-application'),
    ...used.map((tier) => tick(entry.tiers.includes(tier))),
  ])
  return {
    name: field,
    title: what === entryKinds.party ? `${siteName}${what}目录（${field}）` : `${siteName}${field}领域基层${what}标准目录`,
    columns,
    rows,
    mergeDown: 1,
  }
}
