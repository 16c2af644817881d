// The kinds of official documents (党政机关公文处理工作条例 2012, official-documents-2012/8) and one for everything else: 体裁分类.
export const documentKinds = [
  '决议', '决定', '命令（令）', '公报', '公告', '通告', '意见', '通知', '通报', '报告', '请示', '批复', '议案', '函', '纪要', '其他',
] as const // prettier-ignore

export type DocumentKind = (typeof documentKinds)[number]
