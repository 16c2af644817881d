// What an official can be told of.
export const noticeKinds = {
  task: '待办',
  returned: '退回',
  urged: '催办',
  published: '发布',
  withdrawn: '撤下',
  confirmation: '会签',
  failed: '定时发布失败',
  import: '导入',
  duty: '公开任务',
  basis: '依据有变化',
  interpretation: '政策解读',
  survey: '实施效果调查',
  request: '依申请公开',
  report: '年报和总结',
} as const satisfies Record<string, string>

export type NoticeKind = keyof typeof noticeKinds
