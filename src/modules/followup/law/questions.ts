// What readers are asked some months after a result was published (跟踪问效): the same of every document, so that answers can be compared.
export interface Question {
  readonly title: string
  readonly options: Readonly<Record<string, string>>
}

export const questions = {
  known: {
    title: '您是怎样知道这项工作的？',
    options: { website: '政府网站', media: '报纸、广播、电视或者新媒体', community: '村（社区）、单位告知', unknown: '以前不知道' },
  },
  done: { title: '公布的事项落实得怎么样？', options: { all: '已经落实', part: '部分落实', not: '没有落实', unclear: '不清楚' } },
  effect: { title: '效果怎么样？', options: { good: '好', fair: '一般', poor: '不好', unclear: '不清楚' } },
  content: { title: '您对总体情况满意吗？', options: { satisfied: '满意', mostly: '基本满意', unsatisfied: '不满意' } },
} as const satisfies Record<string, Question>

export type QuestionName = keyof typeof questions

/** Fewer answers are not published: a reader of a village might be known by one. */
export const leastPublished = 5

export const surveyLimits = { months: { least: 1, most: 24 }, days: { least: 7, most: 90 }, words: 500 } as const

export type SurveyStanding = 'waiting' | 'open' | 'closed'
export const surveyStandings = { waiting: '未开始', open: '进行中', closed: '已结束' } as const satisfies Record<SurveyStanding, string>
