// 公文种类: the fifteen kinds of official documents, and 其他 for everything that is none (official-documents-2012/8).
export const documentKinds = [
  '决议',
  '决定',
  '命令（令）',
  '公报',
  '公告',
  '通告',
  '意见',
  '通知',
  '通报',
  '报告',
  '请示',
  '批复',
  '议案',
  '函',
  '纪要',
  '其他',
] as const

export type DocumentKind = (typeof documentKinds)[number]
