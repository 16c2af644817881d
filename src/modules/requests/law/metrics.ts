// The figures of applications: one definition each. `queries/figures.ts` counts them, lists open to what they count, and pages, exports and texts read their names here.
import { metrics, type Metric } from '../../../kernel/metric.ts'

const ofPeriod = { measure: '件', article: 'ogi-2019/50', action: 'request.read', over: 'period' } as const satisfies Partial<Metric>
const everySplit = ['unit', 'month', 'kind', 'channel', 'outcome'] as const
const asItStood = { measure: '件', article: 'ogi-2019/50', action: 'request.read', over: 'day', splits: ['unit', 'kind', 'channel'] } as const
const ofRemedies = { ...ofPeriod, splits: ['unit', 'month', 'remedy'] } as const

export const requestMetrics = metrics({
  received: { title: '收到', counts: '收到之日（当面提交、签收或者双方确认之日）在期间内的申请。', ...ofPeriod, splits: ['unit', 'month', 'kind', 'channel'] },
  concluded: { title: '办结', counts: '答复送达、申请人撤回或者不再处理之日在期间内的申请。', ...ofPeriod, splits: everySplit },
  'in-time': { title: '按期答复', counts: '期间内办结、有答复期限的申请中，没有超过期限的。', ...ofPeriod, splits: everySplit },
  late: { title: '逾期答复', counts: '期间内办结的申请中，超过答复期限的。', ...ofPeriod, splits: everySplit },
  extended: { title: '延期答复', counts: '期间内办结的申请中，延长过答复期限的。', ...ofPeriod, splits: everySplit },
  prompt: {
    title: '未延期按期办结',
    counts: '期间内办结的申请中，没有延长过答复期限、也没有超过期限的；没有答复期限的计入。',
    ...ofPeriod,
    splits: everySplit,
  },
  'extended-in-time': { title: '延期后按期办结', counts: '期间内办结的申请中，延长过答复期限、没有超过延长后的期限的。', ...ofPeriod, splits: everySplit },
  belated: {
    title: '延期或者逾期办结',
    counts: '期间内办结的申请中，延长过答复期限或者超过期限的；与未延期按期办结之和等于办结。',
    ...ofPeriod,
    splits: everySplit,
  },
  'in-time-share': {
    title: '按期率',
    counts: '按期答复的，占按期答复与逾期答复之和的百分比。',
    ...ofPeriod,
    measure: '%',
    splits: everySplit,
    ratio: { of: ['in-time'], in: ['in-time', 'late'], times: 100, opens: 'late' },
  },
  'mean-days': {
    title: '平均用时',
    counts: '期间内办结的申请，从收到之日到办结之日的自然日数的平均数，含补正、征求意见的时间。',
    ...ofPeriod,
    measure: '天',
    splits: everySplit,
    ratio: { of: ['days'], in: ['concluded'], times: 1, opens: 'concluded' },
  },
  open: { title: '在办', counts: '截至该日已经收到、没有办结的申请。', ...asItStood },
  overdue: { title: '逾期在办', counts: '截至该日已经收到、没有办结，答复期限（按现在所计的期限）已经过去的申请。', ...asItStood },
  'remedies-received': { title: '收到行政复议、行政诉讼', counts: '收到之日在期间内的行政复议和行政诉讼案件，投诉举报不计。', ...ofRemedies },
  'remedies-upheld': { title: '复议、诉讼结果维持', counts: '结果之日在期间内，结果计入年报“结果维持”一栏的行政复议和行政诉讼案件。', ...ofRemedies },
  'remedies-corrected': { title: '复议、诉讼结果纠正', counts: '结果之日在期间内，结果计入年报“结果纠正”一栏的行政复议和行政诉讼案件。', ...ofRemedies },
  'remedies-other': { title: '复议、诉讼其他结果', counts: '结果之日在期间内，结果计入年报“其他结果”一栏的行政复议和行政诉讼案件。', ...ofRemedies },
  'remedies-open': {
    title: '尚未审结的复议、诉讼',
    counts: '截至该日已经收到、没有结果的行政复议和行政诉讼案件。',
    ...ofRemedies,
    over: 'day',
    splits: ['unit', 'remedy'],
  },
})

export type RequestMetric = keyof typeof requestMetrics
