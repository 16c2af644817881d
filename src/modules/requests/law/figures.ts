// What is counted of applications in a period: each figure with its definition, so that the same word means the same number everywhere.
export const requestFigures = {
  received: { title: '收到', counts: '收到之日（当面提交、签收或者双方确认之日）在期间内的申请。' },
  concluded: { title: '办结', counts: '答复送达、申请人撤回或者不再处理之日在期间内的申请。' },
  'in-time': { title: '按期答复', counts: '期间内办结、有答复期限的申请中，没有超过期限的。' },
  late: { title: '逾期答复', counts: '期间内办结的申请中，超过答复期限的。' },
  extended: { title: '延期答复', counts: '期间内办结的申请中，延长过答复期限的。' },
} as const satisfies Record<string, { readonly title: string; readonly counts: string }>

export type RequestFigure = keyof typeof requestFigures

export const requestFigureNames = Object.keys(requestFigures) as [RequestFigure, ...RequestFigure[]]

/** By what a period is looked at. */
export const figureSplits = { unit: '单位', month: '月份', kind: '申请人类别', channel: '渠道', outcome: '处理结果' } as const

export type FigureSplit = keyof typeof figureSplits

export const figureSplitNames = Object.keys(figureSplits) as [FigureSplit, ...FigureSplit[]]
