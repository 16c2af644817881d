// How an application may end: one row per reason of Articles 30 and 36–42, the row of the yearly table that counts it, and the facts its letter needs.
import type { Article } from '../../../kernel/article.ts'
import type { Regime } from './regimes.ts'
import type { FormRow } from './yearly-form.ts'

/** A fact that the letter must contain (fact sheet 8.3). */
export const outcomeFacts = {
  route: { title: '获取该信息的方式和途径', hint: '网址、栏目或者索引号' },
  provided: { title: '提供的信息、形式和时间', hint: '随函附《……》复印件一份' },
  'provided-part': { title: '公开的部分', hint: '哪些内容予以提供' },
  'withheld-part': { title: '不予公开的部分及各自理由', hint: '逐处写明位置和理由' },
  secret: { title: '密级、保密期限和定密依据', hint: '不得写出涉密内容本身' },
  'forbidding-law': { title: '禁止公开的法律、行政法规及条款', hint: '《……》第……条' },
  harm: { title: '公开可能造成的危害', hint: '对国家安全、公共安全、经济安全、社会稳定的影响' },
  'third-party': { title: '第三方意见和合法权益', hint: '第三方是否同意，损害何种权益' },
  balance: { title: '对公共利益影响的衡量', hint: '不公开是否对公共利益造成重大影响' },
  'why-internal': { title: '属于何种内部事务信息', hint: '人事管理、后勤管理或者内部工作流程' },
  'why-process': { title: '属于何种过程性信息', hint: '讨论记录、过程稿、磋商信函或者请示报告' },
  'why-file': { title: '属于哪一执法案卷', hint: '案由和案号' },
  'special-law': { title: '查询适用的法律、行政法规和途径', hint: '不动产登记资料查询等' },
  'search-record': { title: '检索记录', hint: '检索的范围、关键词、人员和结果' },
  'why-not-ours': { title: '不属于本机关负责公开的理由', hint: '该信息由谁制作、保存' },
  'right-body': { title: '负责公开的机关和联系方式', hint: '无法确定的，写明无法确定' },
  'why-making': { title: '需要加工、分析的情况', hint: '现有信息是什么，缺少什么' },
  'still-unclear': { title: '补正后仍不明确之处', hint: '哪一项内容不能确定所指' },
  'right-channel': { title: '信访、投诉、举报的渠道', hint: '可以通过何种渠道提出' },
  earlier: { title: '前一申请的编号和答复日期', hint: '原申请内容相同' },
  'how-to-get': { title: '获取公开出版物的途径', hint: '书店、图书馆等' },
  'why-unreasonable': { title: '理由不合理的认定', hint: '数量、频次的事实和申请人的说明' },
  'had-already': { title: '申请人已经获取的信息', hint: '何时以何种方式取得' },
  why: { title: '处理的理由和依据', hint: '写明事实和依据' },
} as const satisfies Record<string, { title: string; hint: string }>

export type OutcomeFact = keyof typeof outcomeFacts

interface Outcome {
  readonly title: string
  /** The row of the yearly table that counts it. */
  readonly row: FormRow
  readonly article: Partial<Readonly<Record<Regime, Article>>>
  readonly facts: readonly OutcomeFact[]
  /** Can be told at once at the counter. */
  readonly onSpot?: true
  /** Follows from a step of its own; nobody chooses it. */
  readonly by?: 'lapse-correction' | 'lapse-fee' | 'withdraw'
  /** Something is withheld: by which articles decides the remedy (fact sheet 1.8). */
  readonly withholds?: true
}

const both = (old: Article, now: Article): Outcome['article'] => ({ 'ogi-2008': old, 'ogi-2019': now })
const onlyNow = (now: Article): Outcome['article'] => ({ 'ogi-2019': now })

export const outcomes = {
  'already-public': { title: '已经主动公开', row: 'granted', article: both('ogi-2008/21', 'ogi-2019/36'), facts: ['route'], onSpot: true },
  granted: { title: '予以公开', row: 'granted', article: both('ogi-2008/21', 'ogi-2019/36'), facts: ['provided'], onSpot: true },
  partial: { title: '部分公开', row: 'partial', article: both('ogi-2008/22', 'ogi-2019/37'), facts: ['provided-part', 'withheld-part'], withholds: true },
  'state-secret': { title: '属于国家秘密', row: 'denied-secret', article: both('ogi-2008/14', 'ogi-2019/14'), facts: ['secret'], withholds: true },
  'law-forbids': { title: '其他法律行政法规禁止公开', row: 'denied-law', article: both('ogi-2008/14', 'ogi-2019/14'), facts: ['forbidding-law'], withholds: true },
  safety: { title: '危及“三安全一稳定”', row: 'denied-safety', article: both('ogi-2008/8', 'ogi-2019/14'), facts: ['harm'], withholds: true },
  'third-party-rights': { title: '保护第三方合法权益', row: 'denied-third-party', article: both('ogi-2008/23', 'ogi-2019/15'), facts: ['third-party', 'balance'], withholds: true },
  'internal-affairs': { title: '属于三类内部事务信息', row: 'denied-internal', article: onlyNow('ogi-2019/16'), facts: ['why-internal'], withholds: true },
  process: { title: '属于四类过程性信息', row: 'denied-process', article: onlyNow('ogi-2019/16'), facts: ['why-process'], withholds: true },
  'enforcement-file': { title: '属于行政执法案卷', row: 'denied-file', article: onlyNow('ogi-2019/16'), facts: ['why-file'], withholds: true },
  'special-access': { title: '属于行政查询事项', row: 'denied-inquiry', article: onlyNow('ogi-2019/36'), facts: ['special-law'] },
  'not-held': { title: '信息不存在', row: 'not-held', article: both('ogi-2008/21', 'ogi-2019/36'), facts: ['search-record'] },
  'other-body': { title: '不属于本机关负责公开', row: 'not-held', article: both('ogi-2008/21', 'ogi-2019/36'), facts: ['why-not-ours', 'right-body'] },
  'needs-making': { title: '没有现成信息需要另行制作', row: 'needs-making', article: onlyNow('ogi-2019/38'), facts: ['why-making'] },
  'still-unclear': { title: '补正后申请内容仍不明确', row: 'still-unclear', article: onlyNow('ogi-2019/30'), facts: ['still-unclear'] },
  petition: { title: '信访举报投诉类申请', row: 'petition', article: onlyNow('ogi-2019/39'), facts: ['right-channel'] },
  repeat: { title: '重复申请', row: 'repeat', article: onlyNow('ogi-2019/36'), facts: ['earlier'] },
  publication: { title: '要求提供公开出版物', row: 'publication', article: onlyNow('ogi-2019/39'), facts: ['how-to-get'] },
  excessive: { title: '无正当理由大量反复申请', row: 'excessive', article: onlyNow('ogi-2019/35'), facts: ['why-unreasonable'] },
  reconfirm: { title: '要求行政机关确认或重新出具已获取信息', row: 'reconfirm', article: onlyNow('ogi-2019/36'), facts: ['had-already'] },
  'not-corrected': { title: '无正当理由逾期不补正', row: 'not-corrected', article: onlyNow('ogi-2019/30'), facts: [], by: 'lapse-correction' },
  'fee-unpaid': { title: '逾期未缴纳信息处理费', row: 'fee-unpaid', article: onlyNow('fee-2020/6'), facts: [], by: 'lapse-fee' },
  withdrawn: { title: '申请人撤回', row: 'other', article: both('ogi-2008/20', 'ogi-2019/27'), facts: [], by: 'withdraw' },
  other: { title: '其他处理', row: 'other', article: both('ogi-2008/21', 'ogi-2019/36'), facts: ['why'] },
} as const satisfies Record<string, Outcome> // prettier-ignore

export type OutcomeName = keyof typeof outcomes

export const outcomeNames = Object.keys(outcomes) as [OutcomeName, ...OutcomeName[]]

/** The rows under their common shape, for code that walks them. */
export const outcomeRows: Readonly<Record<OutcomeName, Outcome>> = { ...outcomes }

/** Articles by which a part may be withheld: they decide whether reconsideration comes first. */
export const withholdingGrounds = {
  'state-secret': 'ogi-2019/14',
  'law-forbids': 'ogi-2019/14',
  safety: 'ogi-2019/14',
  'third-party-rights': 'ogi-2019/15',
  'internal-affairs': 'ogi-2019/16',
  process: 'ogi-2019/16',
  'enforcement-file': 'ogi-2019/16',
} as const satisfies Partial<Record<OutcomeName, Article>>

export type WithholdingGround = keyof typeof withholdingGrounds
