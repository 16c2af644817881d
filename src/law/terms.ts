// Every term that the law sets, by name: its length, what starts it, what it rolls to, by the version in force. A change of law is a new version.
import { day } from '../kernel/day.ts'
import type { Article } from '../kernel/article.ts'
import type { Term, TermVersion } from '../kernel/term.ts'

const ogi2008 = day('2008-05-01')
const ogi2019 = day('2019-05-15')

/** The periods of the Licensing Law are working days (licence-2019/82); hearings, tests and the like do not count in those for a decision. */
const licenceTerm = ({ count, extendableBy, article }: { count: number; extendableBy?: number; article: Article }): TermVersion => ({
  inForceFrom: day('2004-07-01'),
  length: { count, unit: 'working-days' },
  roll: 'none',
  ...(extendableBy === undefined
    ? {}
    : { extendableBy, pausedBy: [{ title: '听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审', article: 'licence-2019/45' }] }),
  article,
  mark: 'found',
})

export const terms = {
  publish: {
    title: '主动公开',
    startsOn: '政府信息形成或者变更之日',
    versions: [
      { inForceFrom: ogi2008, length: { count: 20, unit: 'working-days' }, roll: 'none', article: 'ogi-2008/18', mark: 'found' },
      { inForceFrom: ogi2019, length: { count: 20, unit: 'working-days' }, roll: 'none', article: 'ogi-2019/26', mark: 'found' },
    ],
  },
  'correction-notice': {
    title: '告知补正',
    startsOn: '收到申请之日',
    versions: [{ inForceFrom: ogi2019, length: { count: 7, unit: 'working-days' }, roll: 'none', article: 'ogi-2019/30', mark: 'found' }],
  },
  reply: {
    title: '答复申请',
    startsOn: '收到申请（补正的，收到补正后的申请；缴费的，缴费）之日',
    versions: [
      {
        inForceFrom: ogi2008,
        length: { count: 15, unit: 'working-days' },
        roll: 'none',
        extendableBy: 15,
        pausedBy: [{ title: '征求第三方意见', article: 'ogi-2008/24' }],
        article: 'ogi-2008/24',
        mark: 'found',
      },
      {
        inForceFrom: ogi2019,
        length: { count: 20, unit: 'working-days' },
        roll: 'none',
        extendableBy: 20,
        pausedBy: [
          { title: '征求第三方意见', article: 'ogi-2019/33' },
          { title: '征求其他机关意见', article: 'ogi-2019/33' },
        ],
        restartedBy: [
          { title: '收到补正后的申请', article: 'ogi-2019/30' },
          { title: '完成缴纳信息处理费', article: 'fee-2020/6' },
        ],
        article: 'ogi-2019/33',
        mark: 'found',
      },
    ],
  },
  'third-party-opinion': {
    title: '第三方提出意见',
    startsOn: '第三方收到征求意见书之日',
    versions: [{ inForceFrom: ogi2019, length: { count: 15, unit: 'working-days' }, roll: 'none', article: 'ogi-2019/32', mark: 'found' }],
  },
  'co-maker-opinion': {
    title: '共同制作机关提出意见',
    startsOn: '被征求意见机关收到征求意见书之日',
    versions: [{ inForceFrom: ogi2019, length: { count: 15, unit: 'working-days' }, roll: 'none', article: 'ogi-2019/34', mark: 'found' }],
  },
  'fee-payment': {
    title: '缴纳信息处理费',
    startsOn: '收到收费通知书之日',
    versions: [{ inForceFrom: day('2021-01-01'), length: { count: 20, unit: 'working-days' }, roll: 'none', article: 'fee-2020/6', mark: 'known' }],
  },
  reconsideration: {
    title: '申请行政复议',
    startsOn: '知道或者应当知道该行政行为之日',
    versions: [
      { inForceFrom: day('1999-10-01'), length: { count: 60, unit: 'calendar-days' }, roll: 'forward', article: 'recon-1999/9', mark: 'known' },
      { inForceFrom: day('2024-01-01'), length: { count: 60, unit: 'calendar-days' }, roll: 'forward', article: 'recon-2023/20', mark: 'found' },
    ],
  },
  'reconsideration-decision': {
    title: '作出行政复议决定（普通程序）',
    startsOn: '受理申请之日',
    versions: [
      {
        inForceFrom: day('2024-01-01'),
        length: { count: 60, unit: 'calendar-days' },
        roll: 'forward',
        extendableBy: 30,
        article: 'recon-2023/62',
        mark: 'found',
      },
    ],
  },
  'reconsideration-decision-simplified': {
    title: '作出行政复议决定（简易程序）',
    startsOn: '受理申请之日',
    versions: [{ inForceFrom: day('2024-01-01'), length: { count: 30, unit: 'calendar-days' }, roll: 'forward', article: 'recon-2023/62', mark: 'found' }],
  },
  'reconsideration-answer': {
    title: '提交复议答复书和证据（普通程序）',
    startsOn: '收到申请书副本之日',
    versions: [{ inForceFrom: day('2024-01-01'), length: { count: 10, unit: 'working-days' }, roll: 'none', article: 'recon-2023/48', mark: 'found' }],
  },
  'reconsideration-answer-simplified': {
    title: '提交复议答复书和证据（简易程序）',
    startsOn: '收到申请书副本之日',
    versions: [{ inForceFrom: day('2024-01-01'), length: { count: 5, unit: 'working-days' }, roll: 'none', article: 'recon-2023/54', mark: 'found' }],
  },
  lawsuit: {
    title: '直接提起行政诉讼',
    startsOn: '知道或者应当知道作出行政行为之日',
    versions: [
      { inForceFrom: day('1990-10-01'), length: { count: 3, unit: 'months' }, roll: 'forward', article: 'litigation-1989/39', mark: 'known' },
      { inForceFrom: day('2015-05-01'), length: { count: 6, unit: 'months' }, roll: 'forward', article: 'litigation-2017/46', mark: 'found' },
    ],
  },
  'lawsuit-after-reconsideration': {
    title: '不服复议决定提起行政诉讼',
    startsOn: '收到复议决定书（逾期不决定的，复议期满）之日',
    versions: [
      { inForceFrom: day('1990-10-01'), length: { count: 15, unit: 'calendar-days' }, roll: 'forward', article: 'litigation-1989/38', mark: 'known' },
      { inForceFrom: day('2015-05-01'), length: { count: 15, unit: 'calendar-days' }, roll: 'forward', article: 'litigation-2017/45', mark: 'found' },
    ],
  },
  'lawsuit-defence': {
    title: '提出答辩状和证据',
    startsOn: '收到起诉状副本之日',
    versions: [{ inForceFrom: day('2015-05-01'), length: { count: 15, unit: 'calendar-days' }, roll: 'forward', article: 'litigation-2017/67', mark: 'found' }],
  },
  'lawsuit-judgment': {
    title: '作出第一审判决（普通程序）',
    startsOn: '立案之日',
    versions: [{ inForceFrom: day('2015-05-01'), length: { count: 6, unit: 'months' }, roll: 'forward', article: 'litigation-2017/81', mark: 'found' }],
  },
  'lawsuit-judgment-simplified': {
    title: '审结第一审案件（简易程序）',
    startsOn: '立案之日',
    versions: [{ inForceFrom: day('2015-05-01'), length: { count: 45, unit: 'calendar-days' }, roll: 'forward', article: 'litigation-2017/83', mark: 'found' }],
  },
  'lawsuit-appeal': {
    title: '对第一审判决提起上诉',
    startsOn: '判决书送达之日',
    versions: [{ inForceFrom: day('2015-05-01'), length: { count: 15, unit: 'calendar-days' }, roll: 'forward', article: 'litigation-2017/85', mark: 'found' }],
  },
  'lawsuit-appeal-ruling': {
    title: '对第一审裁定提起上诉',
    startsOn: '裁定书送达之日',
    versions: [{ inForceFrom: day('2015-05-01'), length: { count: 10, unit: 'calendar-days' }, roll: 'forward', article: 'litigation-2017/85', mark: 'found' }],
  },
  'lawsuit-final-judgment': {
    title: '作出终审判决',
    startsOn: '人民法院收到上诉状之日',
    versions: [{ inForceFrom: day('2015-05-01'), length: { count: 3, unit: 'months' }, roll: 'forward', article: 'litigation-2017/88', mark: 'found' }],
  },
  'annual-report-department': {
    title: '公布部门政府信息公开工作年度报告',
    startsOn: '报告年度结束之日',
    versions: [
      { inForceFrom: ogi2008, length: { month: 3, date: 31, unit: 'fixed' }, roll: 'none', article: 'ogi-2008/31', mark: 'known' },
      { inForceFrom: ogi2019, length: { month: 1, date: 31, unit: 'fixed' }, roll: 'none', article: 'ogi-2019/49', mark: 'found' },
    ],
  },
  'annual-report-government': {
    title: '公布本级政府信息公开工作年度报告',
    startsOn: '报告年度结束之日',
    versions: [
      { inForceFrom: ogi2008, length: { month: 3, date: 31, unit: 'fixed' }, roll: 'none', article: 'ogi-2008/31', mark: 'known' },
      { inForceFrom: ogi2019, length: { month: 3, date: 31, unit: 'fixed' }, roll: 'none', article: 'ogi-2019/49', mark: 'found' },
    ],
  },
  budget: {
    title: '公开预算、决算',
    startsOn: '人民代表大会或者其常务委员会批准（部门预决算，财政部门批复）之日',
    versions: [{ inForceFrom: day('2015-01-01'), length: { count: 20, unit: 'calendar-days' }, roll: 'none', article: 'budget-2018/14', mark: 'found' }],
  },
  'penalty-withdrawal': {
    title: '撤回已公开的行政处罚决定信息',
    startsOn: '决定被变更、撤销、确认违法或者确认无效之日',
    versions: [{ inForceFrom: day('2021-07-15'), length: { count: 3, unit: 'working-days' }, roll: 'none', article: 'penalty-2021/48', mark: 'found' }],
  },
  'public-comment': {
    title: '公开征求意见（最短）',
    startsOn: '发布征求意见稿之日',
    versions: [{ inForceFrom: day('2019-09-01'), length: { count: 30, unit: 'calendar-days' }, roll: 'none', article: 'decision-2019/15', mark: 'found' }],
  },
  interpretation: {
    title: '发布政策解读',
    startsOn: '文件公布之日',
    versions: [{ inForceFrom: day('2016-04-18'), length: { count: 3, unit: 'working-days' }, roll: 'none', article: 'interpretation-2016/0', mark: 'found' }],
  },
  licence: {
    title: '作出行政许可决定',
    startsOn: '受理行政许可申请之日',
    versions: [licenceTerm({ count: 20, extendableBy: 10, article: 'licence-2019/42' })],
  },
  'licence-joint': {
    title: '统一办理、联合办理、集中办理行政许可',
    startsOn: '受理行政许可申请之日',
    versions: [licenceTerm({ count: 45, extendableBy: 15, article: 'licence-2019/42' })],
  },
  'licence-correction-notice': {
    title: '告知补正行政许可申请材料',
    startsOn: '收到申请材料之日',
    versions: [licenceTerm({ count: 5, article: 'licence-2019/32' })],
  },
  'licence-delivery': {
    title: '颁发、送达行政许可证件',
    startsOn: '作出准予行政许可决定之日',
    versions: [licenceTerm({ count: 10, article: 'licence-2019/44' })],
  },
  'joint-confirmation': {
    title: '会签答复',
    startsOn: '送会签之日',
    versions: [{ inForceFrom: ogi2008, length: { count: 5, unit: 'working-days' }, roll: 'none', article: 'ogi-2019/11', mark: 'own' }],
  },
  referral: {
    title: '报请确定是否可以公开',
    startsOn: '报送主管部门或者保密行政管理部门之日',
    versions: [{ inForceFrom: ogi2019, length: { count: 10, unit: 'working-days' }, roll: 'none', article: 'ogi-2019/17', mark: 'known' }],
  },
  'urgent-confirmation': {
    title: '紧急信息会签答复',
    startsOn: '送会签之日',
    versions: [{ inForceFrom: ogi2008, length: { count: 1, unit: 'working-days' }, roll: 'none', article: 'ogi-2019/11', mark: 'own' }],
  },
  'urgent-paper': {
    title: '紧急发布后补齐纸质审查表',
    startsOn: '紧急提交之日',
    versions: [{ inForceFrom: ogi2008, length: { count: 3, unit: 'working-days' }, roll: 'none', article: 'secrecy-rules-2024/42', mark: 'own' }],
  },
} as const satisfies Record<string, Term>

export type TermName = keyof typeof terms
