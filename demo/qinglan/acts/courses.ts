// What became of an application: a course through the workflow for each way to end, with what may come in between.
import type { Day } from '../../../src/kernel/day.ts'
import type { StepRequest } from '../../../src/modules/requests/index.ts'
import { channels } from '../../../src/modules/requests/law/channels.ts'
import { feesInForceFrom } from '../../../src/modules/requests/law/fees.ts'
import { outcomeRows, type OutcomeFact, type OutcomeName } from '../../../src/modules/requests/law/outcomes.ts'
import { regimeOn } from '../../../src/modules/requests/law/regimes.ts'
import type { Asking } from '../texts/applications.ts'
import { workdaysAfter } from '../texts/workdays.ts'
import { between, choose } from '../texts/words.ts'

type Input = Partial<StepRequest['input']>

/** What is done with it on the n-th working day after arrival, and by whose hands; an applicant is told of as the office enters it. */
export type Turn = readonly [after: number, step: StepRequest['step'], input?: Input]

export const ending = (name: OutcomeName, facts: NonNullable<Input['outcome']>['facts'], ...withheldUnder: NonNullable<Input['outcome']>['withheldUnder']): Input => ({
  outcome: { name, facts, withheldUnder },
}) // prettier-ignore

export const assigned: Turn = [1, 'assign', { text: '请承办科室查找并拟定答复。' }]
export const confirmed: Turn = [0, 'confirm']

/** From the draft until all is proven and done, or as far as it has come. */
export const carried = (from: number, outcome: Input, number: string, proof = 'XA10867332145'): readonly Turn[] => [
  [from, 'decide', outcome],
  [from + 1, 'approve-draft'],
  [from + 2, 'pass-secrecy'],
  [from + 3, 'sign'],
  [from + 3, 'seal', { number }],
  [from + 4, 'serve', { service: { way: 'post', proof, consent: false } }],
  [from + 8, 'close'],
]

/** As often as they come in a county: most is given, or is public already. */
const shares: Readonly<Record<OutcomeName, number>> = {
  granted: 30, 'already-public': 15, partial: 8, 'not-held': 13, 'other-body': 8, 'third-party-rights': 4, 'internal-affairs': 3, process: 4, 'enforcement-file': 2, 'special-access': 3,
  'state-secret': 1, 'law-forbids': 1, safety: 1, 'needs-making': 3, 'still-unclear': 2, petition: 4, repeat: 3, publication: 3, excessive: 1, reconfirm: 1, 'not-corrected': 2, 'fee-unpaid': 1,
  withdrawn: 4, other: 1,
} // prettier-ignore

const lots = (Object.keys(shares) as OutcomeName[]).flatMap((name) => Array.from({ length: shares[name] }, () => name))

const factTexts: Readonly<Record<OutcomeFact, string>> = {
  route: '县政府网站“政府信息公开”专栏，按标题检索即可查阅、下载。',
  provided: '随函附复印件一份。',
  'provided-part': '正文和汇总数据。',
  'withheld-part': '附件中的个人姓名、账号和联系方式，涉及个人隐私。',
  secret: '经审查属于国家秘密，依照定密责任人的书面决定不予公开。',
  'forbidding-law': '《中华人民共和国统计法》关于单个统计调查对象资料保密的规定。',
  harm: '公开重点设施的位置和防护参数，可能危及公共安全。',
  'third-party': '涉及第三方商业秘密，第三方不同意公开。',
  balance: '不公开不会对公共利益造成重大影响。',
  'why-internal': '属于人事管理方面的内部事务信息。',
  'why-process': '属于起草过程中的讨论稿和征求意见函。',
  'why-file': '属于行政处罚案卷，当事人可以依法查阅。',
  'special-law': '按照不动产登记资料查询的规定，到不动产登记大厅查询。',
  'search-record': '按标题、文号和关键词检索了收发文登记、档案目录和业务系统，两人分别检索，均无结果。',
  'why-not-ours': '该信息不由本机关制作，也未保存。',
  'right-body': '可以向制作机关申请，联系电话见其政府信息公开指南。',
  'why-making': '现有资料未按所申请的口径统计，需要重新汇总分析。',
  'still-unclear': '补正后仍未写明文件名称或者其他特征描述。',
  'right-channel': '可以向县信访局提出，或者拨打12345热线。',
  earlier: '本机关已于前一申请中作出答复，内容相同。',
  'how-to-get': '可以在县图书馆查阅或者向出版单位购买。',
  'why-unreasonable': '申请数量、频次明显超过合理范围，所说理由与所申请的信息无关。',
  'had-already': '申请人已经在行政程序中取得该文书。',
  why: '申请书所述属于业务咨询，已由业务科室电话解答。',
}

const endingOf = (name: OutcomeName): Input =>
  ending(
    name,
    { ...Object.fromEntries(outcomeRows[name].facts.map((fact) => [fact, factTexts[fact]])), ...(name === 'partial' ? { balance: factTexts.balance } : {}) },
    ...(name === 'partial' ? (['third-party-rights'] as const) : []),
  )

function outcomeOf({ key, on }: Asking): OutcomeName {
  const drawn = choose(`${key}/outcome`, ...lots)
  const known = outcomeRows[drawn].article[regimeOn(on)] !== undefined && (drawn !== 'fee-unpaid' || on >= feesInForceFrom.day)
  return known ? drawn : choose(`${key}/else`, 'granted', 'already-public', 'not-held')
}

const oneIn = (word: string, times: number): boolean => between(word, 1, times) === 1

/** The whole course of an application, as it goes where nothing cuts it short; the caller stops at today. */
export function courseOf(asking: Asking, number: string): readonly Turn[] {
  const { key, on, channel, subject } = asking
  const outcome = outcomeOf(asking)
  const regime = regimeOn(on)
  const after = (count: number): Day => workdaysAfter(on, count)
  const begun: readonly Turn[] =
    channels[channel].under[regime].receivedOn === 'confirmation' ? [[between(`${key}/confirm`, 0, 1), 'confirm'], assigned] : [assigned]

  if (outcome === 'withdrawn') return [...begun, [between(key, 2, 6), 'withdraw', { text: '申请人来电，说明已经取得所需信息。' }]]
  if (outcome === 'not-corrected') {
    const asked = between(key, 3, 5)
    const until = after(asked + 10)
    return [...begun, [asked, 'ask-correction', { text: '请写明文件名称、文号或者其他特征描述。', until }], [asked + 12, 'lapse-correction', { text: '逾期未补正，电话联系后未说明理由。' }]]
  } // prettier-ignore
  if (outcome === 'fee-unpaid') return [...begun, [4, 'notify-fee', { fee: { method: 'per-request', nth: 31, units: 1 } }], [6, 'record-fee-receipt'], [30, 'lapse-fee']] // prettier-ignore

  const turns: Turn[] = [...begun]
  let at = between(`${key}/draft`, 3, 9)
  if (outcome === 'still-unclear' || oneIn(`${key}/correct`, 11)) {
    const asked = between(`${key}/asked`, 3, 5)
    turns.push(
      [asked, 'ask-correction', { text: '请写明年度、单位和材料名称。', until: after(asked + 10) }],
      [asked + 6, 'receive-correction', { text: `${subject}，以正式印发的文本为准。` }],
    )
    at = asked + between(`${key}/again`, 9, 14)
  } else if (outcome === 'excessive') {
    turns.push([2, 'ask-reasons', { text: '三个月内就同类事项提出申请二十余件。', until: after(9) }], [7, 'receive-reasons', { text: '个人需要。' }])
    at = 9
  } else if (outcome === 'third-party-rights' || (outcome === 'partial' && oneIn(`${key}/third`, 2))) {
    const opinion = choose(`${key}/opinion`, 'objected', 'objected', 'silent')
    turns.push(
      [3, 'ask-third-party', { other: { name: choose(`${key}/party`, '青岚恒达建筑有限公司', '青岚绿野农业发展有限公司', '有关当事人') } }],
      [5, 'record-letter-receipt', { consultation: 1 }],
    )
    if (opinion === 'silent' && regime === 'ogi-2019') turns.push([22, 'note-silence', { consultation: 1 }])
    else turns.push([12, 'record-opinion', { consultation: 1, opinion: 'objected', text: '其中部分内容属于商业秘密，不同意公开。' }])
    at = opinion === 'silent' && regime === 'ogi-2019' ? 24 : 14
  } else if (regime === 'ogi-2019' && oneIn(`${key}/maker`, 24)) {
    turns.push(
      [3, 'ask-co-maker', { other: { name: '青岚县自然资源局' } }],
      [4, 'record-letter-receipt', { consultation: 1 }],
      [9, 'record-opinion', { consultation: 1, opinion: 'agreed', text: '同意公开。' }],
    )
    at = 11
  } else if (on >= feesInForceFrom.day && oneIn(`${key}/fee`, 40)) {
    turns.push(
      [4, 'notify-fee', { fee: { method: 'per-page', nth: 1, units: between(`${key}/pages`, 40, 160) } }],
      [6, 'record-fee-receipt'],
      [9, 'record-payment', { payment: { receipt: `非税票据${between(key, 10_000, 99_999)}` } }],
    )
    at = 12
  } else if (oneIn(`${key}/extend`, 9)) {
    turns.push([13, 'extend', { extension: { days: regime === 'ogi-2019' ? 20 : 15, consentBy: '陆知行' }, text: '需要会同其他单位核对。' }])
    at = between(`${key}/long`, 18, 26)
  } else if (channel === 'counter' && outcomeRows[outcome].onSpot && oneIn(`${key}/spot`, 2)) {
    return [
      [0, 'answer-on-spot', { ...endingOf(outcome), service: { way: 'counter', proof: '申请人当场签收', consent: false } }],
      [1, 'close'],
    ]
  } else if (oneIn(`${key}/late`, 30)) at = 19
  if (oneIn(`${key}/back`, 13)) {
    turns.push([at, 'decide', endingOf(outcome)], [at, 'return-draft', { text: '请补充检索过程和依据条款。' }])
    at += 1
  }
  turns.push(...carried(at, endingOf(outcome), number, `XA${between(`${key}/post`, 10_000_000, 99_999_999)}143`))
  return oneIn(`${key}/archived`, 6) ? turns : [...turns, [at + 60, 'archive', { number: `DA-${number.replaceAll(/\D+/g, '-').replace(/^-|-$/g, '')}` }]]
}
