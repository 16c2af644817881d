// What a column of the site is for. The kind is printed as ColumnType in the page's META tags (site-guide-2017, 网页标签规范).
export const columnKinds = {
  guide: '信息公开指南',
  rules: '信息公开制度',
  statutory: '法定主动公开内容',
  'annual-report': '信息公开年报',
  news: '政务动态',
  notices: '公告通知',
  policy: '政策文件',
  interpretation: '政策解读',
  'key-field': '重点领域',
  party: '党务公开',
  general: '其他',
} as const satisfies Record<string, string>

export type ColumnKind = keyof typeof columnKinds

/** What must always be there and current: its page says which text holds now and what held before. Plans (实施方案) stand among the rules. */
export const keptByVersions: ReadonlySet<ColumnKind> = new Set<ColumnKind>(['guide', 'rules'])
