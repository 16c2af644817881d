// Where a collected report stands.
export const reportStates = {
  preparing: { title: '填报中', tone: 'muted' },
  signing: { title: '待签发', tone: 'amber' },
  signed: { title: '待报送', tone: 'amber' },
  submitted: { title: '待接收', tone: 'amber' },
  returned: { title: '已退回', tone: 'red' },
  accepted: { title: '已接收', tone: 'green' },
  replaced: { title: '已被替换', tone: 'muted' },
} as const satisfies Record<string, { title: string; tone: 'muted' | 'amber' | 'green' | 'red' }>

export type ReportState = keyof typeof reportStates

export const reportStateNames = Object.keys(reportStates) as [ReportState, ...ReportState[]]

/** What a round asks for. */
export const roundKinds = {
  yearly: { title: '政府信息公开工作年度报告', article: 'ogi-2019/49' },
  summary: { title: '政务公开工作总结', article: 'ogi-2019/46' },
  'self-check': { title: '自查报告', article: 'ogi-2019/46' },
} as const

export type RoundKind = keyof typeof roundKinds

export const roundKindNames = Object.keys(roundKinds) as [RoundKind, ...RoundKind[]]

/** own: what the unit itself did; region: the sum of its own, its departments and its towns. */
export type ReportScope = 'own' | 'region'

/** system: filled here; paper: typed in from a signed sheet; taken-over: read from a file and confirmed by a person. */
export type ReportOrigin = 'system' | 'paper' | 'taken-over'
