// What a guide must tell, in its order (ogi-2019/12; the headings that the General Office's model guides use).
import type { Article } from '../../../kernel/article.ts'

export const guideParts = {
  scope: { title: '一、公开范围与分类', article: 'ogi-2019/12' },
  form: { title: '二、公开形式', article: 'ogi-2019/23' },
  limit: { title: '三、公开时限', article: 'ogi-2019/26' },
  access: { title: '四、获取方式', article: 'ogi-2019/24' },
  procedure: { title: '五、依申请公开的申请流程', article: 'ogi-2019/29' },
  fees: { title: '六、收费', article: 'ogi-2019/42' },
  remedies: { title: '七、监督与救济', article: 'ogi-2019/51' },
  bodies: { title: '八、政府信息公开工作机构', article: 'ogi-2019/12' },
} as const satisfies Record<string, { readonly title: string; readonly article: Article }>

export type GuidePartName = keyof typeof guideParts

export const guideStates = {
  current: { title: '现行', tone: 'good', hint: '公开的文本与机构信息、法律期限一致。' },
  drafting: { title: '新稿在办', tone: 'neutral', hint: '已据最新情况起草，正在修改或者审核。' },
  offered: { title: '有更新待采用', tone: 'soon', hint: '稿件已有人修改，最新内容等起草人决定是否采用。' },
  stale: { title: '已过时', tone: 'bad', hint: '机构信息或者法律期限已经变化，公开的文本没有更新。' },
  missing: { title: '未公开', tone: 'bad', hint: '还没有公开指南。' },
} as const satisfies Record<string, { title: string; tone: 'good' | 'neutral' | 'soon' | 'bad'; hint: string }>

export type GuideState = keyof typeof guideStates
