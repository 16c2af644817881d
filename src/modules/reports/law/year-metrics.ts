// Figures of a year that no cell of the form holds and that the text may name as {m.…}: counted from records, kept with the text when it is saved.
import type { Article } from '../../../kernel/article.ts'

type YearFigure = {
  readonly title: string
  /** 条, 件 … */
  readonly measure: string
} & (
  | {
      /** What is counted, in one sentence that an official can check by hand. */
      readonly counts: string
      readonly article: Article
    }
  | {
      /** The metric of the registry, or the part of one, that it is under a short name: counted there and nowhere else. */
      readonly is: string
    }
)

export const yearMetrics = {
  'published-distinct': { title: '主动公开政府信息数', measure: '条', is: 'channels.published-distinct' },
  'published-website': { title: '政府网站公开政府信息数', measure: '条', is: 'channels.published-by-channel:channel.website' },
  'published-wechat': { title: '政务微信公开政府信息数', measure: '条', is: 'channels.published-by-channel:channel.wechat' },
  'published-micro-blog': { title: '政务微博公开政府信息数', measure: '条', is: 'channels.published-by-channel:channel.micro-blog' },
  'published-gazette': { title: '政府公报公开政府信息数', measure: '条', is: 'channels.published-by-channel:channel.gazette' },
  'published-other': { title: '其他方式公开政府信息数', measure: '条', counts: '本年首次以其他方式公开的信息。', article: 'ogi-2019/23' },
  interpretations: { title: '政策解读数', measure: '篇', is: 'publication.interpretations' },
  'requests-in-time': { title: '按期答复申请数', measure: '件', is: 'requests.prompt' },
  'requests-extended': { title: '延期后按期答复申请数', measure: '件', is: 'requests.extended-in-time' },
  'requests-late': { title: '逾期申请数', measure: '件', counts: '答复期限在本年，逾期办结或者到期没有办结的公开申请。', article: 'ogi-2019/33' },
  'duties-due': { title: '到期公开任务数', measure: '项', counts: '期限在本年的公开任务，已取消的不计。', article: 'ogi-2019/20' },
  'duties-in-time': { title: '按时完成公开任务数', measure: '项', counts: '期限在本年，按时完成或者经批准关闭的公开任务。', article: 'ogi-2019/20' },
  'duties-late': { title: '逾期公开任务数', measure: '项', counts: '期限在本年，逾期完成或者没有完成的公开任务。', article: 'ogi-2019/20' },
  'entries-empty': { title: '没有公开过内容的目录事项数', measure: '个', counts: '负责的目录事项里，网站上没有内容的事项。', article: 'ogi-2019/20' },
  bulletins: { title: '编发政务公开简报数', measure: '期', counts: '本年编发的政务公开简报。', article: 'ogi-2019/23' },
  'reading-points': { title: '公开查阅点数', measure: '个', counts: '年末在用的公开查阅点。', article: 'ogi-2019/25' },
  deliveries: { title: '向查阅点移送次数', measure: '次', counts: '本年向公开查阅点移送政府信息的登记，已作废的不计。', article: 'ogi-2019/25' },
  surveys: { title: '实施效果调查数', measure: '项', counts: '本年结束的文件实施效果调查。', article: 'ogi-2019/46' },
  'survey-answers': { title: '实施效果调查收到意见数', measure: '份', counts: '本年结束的实施效果调查收到的意见。', article: 'ogi-2019/46' },
} as const satisfies Record<string, YearFigure>

export type YearMetric = keyof typeof yearMetrics

export const isYearMetric = (name: string): name is YearMetric => Object.hasOwn(yearMetrics, name)

/** Of the short names, what the registry calls them. */
export const registeredAs: ReadonlyMap<YearMetric, string> = new Map(
  Object.entries<YearFigure>(yearMetrics).flatMap(([name, figure]): [YearMetric, string][] =>
    'is' in figure && isYearMetric(name) ? [[name, figure.is]] : [],
  ),
)
