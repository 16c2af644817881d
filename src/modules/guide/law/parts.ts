// What a guide must tell, in its order (ogi-2019/12; the headings that the General Office's model guides use), and what the same is called in guides that people wrote.
import type { Article } from '../../../kernel/article.ts'

export const guideParts = {
  scope: {
    title: '一、公开范围与分类',
    article: 'ogi-2019/12',
    alsoCalled: ['政府信息的分类和编排', '政府信息分类和编排', '信息分类和编排体系', '政府信息的分类', '公开范围', '主动公开范围'],
  },
  form: {
    title: '二、公开形式',
    article: 'ogi-2019/23',
    alsoCalled: ['公开方式', '主动公开形式'],
  },
  limit: {
    title: '三、公开时限',
    article: 'ogi-2019/26',
    alsoCalled: ['公开期限', '主动公开时限'],
  },
  access: {
    title: '四、获取方式',
    article: 'ogi-2019/24',
    alsoCalled: ['信息获取方式', '政府信息的获取方式'],
  },
  procedure: {
    title: '五、依申请公开的申请流程',
    article: 'ogi-2019/29',
    alsoCalled: ['依申请公开', '依申请公开流程', '申请流程', '申请办理流程'],
  },
  fees: {
    title: '六、收费',
    article: 'ogi-2019/42',
    alsoCalled: ['收费标准', '收费情况'],
  },
  remedies: {
    title: '七、监督与救济',
    article: 'ogi-2019/51',
    alsoCalled: ['监督和救济', '监督方式', '监督方式及程序', '监督救济'],
  },
  bodies: {
    title: '八、政府信息公开工作机构',
    article: 'ogi-2019/12',
    alsoCalled: ['公开工作机构', '信息公开工作机构', '工作机构'],
  },
} as const satisfies Record<string, { readonly title: string; readonly article: Article; readonly alsoCalled: readonly string[] }>

export type GuidePartName = keyof typeof guideParts

export const guideStates = {
  current: { title: '现行', tone: 'good', hint: '公开的文本与机构信息、法律期限一致。' },
  drafting: { title: '新稿在办', tone: 'neutral', hint: '已据最新情况起草，正在修改或者审核。' },
  offered: { title: '有更新待采用', tone: 'soon', hint: '稿件已有人修改，最新内容等起草人决定是否采用。' },
  stale: { title: '已过时', tone: 'bad', hint: '机构信息或者法律期限已经变化，公开的文本没有更新。' },
  missing: { title: '未公开', tone: 'bad', hint: '还没有公开指南。' },
} as const satisfies Record<string, { title: string; tone: 'good' | 'neutral' | 'soon' | 'bad'; hint: string }>

export type GuideState = keyof typeof guideStates

/** What is shown against what, before anybody decides. */
export const guideComparisons = {
  'changed-parts': { title: '采用有变化的部分后', against: '与现在的稿件比较' },
  whole: { title: '全部采用后', against: '与现在的稿件比较' },
  draft: { title: '稿件', against: '与公开的文本比较' },
  live: { title: '最新内容', against: '与公开的文本比较' },
  new: { title: '最新内容', against: '还没有公开的文本' },
} as const satisfies Record<string, { title: string; against: string }>

export type GuideComparison = keyof typeof guideComparisons
