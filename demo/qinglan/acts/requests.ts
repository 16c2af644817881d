// Applications for disclosure at the education bureau: answered in earlier years under both Regulations, and in hand today in many states.
import { randomUUID } from 'node:crypto'
import { addDays, day, type Day } from '../../../src/kernel/day.ts'
import { registerApplication, takeStep, type NewRequest, type StepRequest } from '../../../src/modules/requests/index.ts'
import type { ApplicantKind } from '../../../src/modules/requests/law/applicants.ts'
import type { ChannelName } from '../../../src/modules/requests/law/channels.ts'
import type { OutcomeName } from '../../../src/modules/requests/law/outcomes.ts'
import type { Seal } from '../../../src/platform/crypto/seal.ts'
import type { Tx } from '../../../src/platform/database/database.ts'
import { workdayFrom, workdaysAfter } from '../texts/workdays.ts'
import { handsOf } from './hands.ts'
import { by, idOf, must, type Stage } from './stage.ts'

type Input = Partial<StepRequest['input']>

/** What is done with it on the n-th working day after arrival, and by whose hands; an applicant is told of as the office enters it. */
type Turn = readonly [after: number, step: StepRequest['step'], input?: Input]

interface Told {
  readonly on: Day
  readonly channel: ChannelName
  readonly who: string
  readonly kind: ApplicantKind
  readonly subject: string
  readonly text: string
  readonly turns: readonly Turn[]
}

const facts = (name: OutcomeName, given: NonNullable<Input['outcome']>['facts'], ...withheldUnder: NonNullable<Input['outcome']>['withheldUnder']): Input => ({
  outcome: { name, facts: given, withheldUnder },
})

const assigned: Turn = [1, 'assign', { text: '请基础教育科承办。' }]
const confirmed: Turn = [0, 'confirm']

/** From the draft to the archive, or as far as it has come. */
const carried = (from: number, outcome: Input, number: string, proof = 'XA10867332145'): readonly Turn[] => [
  [from, 'decide', outcome],
  [from + 1, 'approve-draft'],
  [from + 2, 'pass-secrecy'],
  [from + 3, 'sign'],
  [from + 3, 'seal', { number }],
  [from + 4, 'serve', { service: { way: 'post', proof, consent: false } }],
  [from + 8, 'close'],
]

const searched = {
  'search-record': '以“学区”“划片”为关键词检索了局机关2015年以来的收发文登记、档案目录和电子公文系统，由基础教育科、办公室各一人分别检索，均无结果。',
}

function stories(today: Day): readonly Told[] {
  const ago = (days: number): Day => workdaysAfter(today, -days)
  return [
    { on: day('2018-03-05'), channel: 'counter', who: '谢长林', kind: 'person', subject: '2017年民办幼儿园年检结果', text: '2017年度全县民办幼儿园年检合格名单。', turns: [assigned, ...carried(3, facts('granted', { provided: '随函附名单复印件一份。' }), '青教公复〔2018〕1号')] },
    { on: day('2019-06-10'), channel: 'post-signed', who: '孔德明', kind: 'person', subject: '教师招聘面试评分表', text: '2019年教师招聘语文岗位的面试评分表。', turns: [assigned, ...carried(6, facts('process', { 'why-process': '评委打分表属于讨论记录。' }), '青教公复〔2019〕2号')] },
    { on: day('2021-09-01'), channel: 'email', who: '青岚清源律师事务所', kind: 'legal', subject: '校车服务采购合同', text: '2021年校车服务采购合同全文。', turns: [confirmed, assigned, [4, 'ask-third-party', { other: { name: '青岚畅行客运有限公司' } }], [5, 'record-letter-receipt', { consultation: 1 }], [12, 'record-opinion', { consultation: 1, opinion: 'objected', text: '单价和路线成本属于商业秘密。' }], ...carried(14, facts('partial', { 'provided-part': '合同正文，价款总额和服务标准。', 'withheld-part': '附件二的分项成本，涉及第三方商业秘密。', balance: '财政资金使用情况涉及公共利益，总价予以公开。' }, 'third-party-rights'), '青教公复〔2021〕5号')] },
    { on: day('2023-04-18'), channel: 'counter', who: '沈月英', kind: 'person', subject: '营养餐供应企业资质', text: '学校营养餐的相关材料。', turns: [assigned, [5, 'ask-correction', { text: '请写明学年、学校和材料名称。', until: day('2023-05-16') }], [12, 'receive-correction', { text: '2022—2023学年城关小学营养餐供应企业的食品经营许可证。' }], ...carried(16, facts('already-public', { route: '县市场监管局网站“食品经营许可”栏目。' }), '青教公复〔2023〕3号')] },
    { on: day('2024-10-14'), channel: 'online', who: '顾小北', kind: 'person', subject: '全县学生名册', text: '全县在校学生的姓名和家庭住址。', turns: [confirmed, assigned, ...carried(6, facts('third-party-rights', { 'third-party': '涉及未成年学生个人隐私，无法逐一取得同意。', balance: '不公开不影响公共利益。' }), '青教公复〔2024〕6号')] },
    { on: day('2025-11-24'), channel: 'fax', who: '青岚晚报社', kind: 'business', subject: '中小学食堂抽检结果', text: '2025年秋季学期中小学食堂食品抽检结果。', turns: [confirmed, assigned, [16, 'extend', { extension: { days: 15, consentBy: '陆知行' }, text: '抽检结果须与县市场监管局核对。' }], ...carried(24, facts('granted', { provided: '随函附抽检结果汇总表一份。' }), '青教公复〔2026〕1号')] },
    { on: day('2026-02-25'), channel: 'counter', who: '吴敏', kind: 'person', subject: '2025年学区划分依据', text: '城关小学、城北小学2025年学区划分所依据的文件。', turns: [assigned, ...carried(8, facts('not-held', searched), '青教公复〔2026〕2号')] },
    { on: day('2026-03-09'), channel: 'post-signed', who: '县教育研究所', kind: 'research', subject: '近十年各校升学数据分析', text: '请按学校、性别、年级汇总分析近十年升学情况。', turns: [assigned, ...carried(5, facts('needs-making', { 'why-making': '现有年度统计表未按性别、年级分类，需要重新加工分析。' }), '青教公复〔2026〕3号')] },
    { on: day('2026-04-13'), channel: 'email', who: '青岚县助学志愿者协会', kind: 'welfare', subject: '困难学生资助资金发放表', text: '2025年困难学生资助资金发放情况。', turns: [confirmed, assigned, [3, 'withdraw', { text: '来电说明已在网站查到。' }]] },
    { on: day('2026-05-11'), channel: 'counter', who: '赵启明', kind: 'person', subject: '反映某校违规补课', text: '请查处某校违规补课并公开处理结果。', turns: [assigned, ...carried(4, facts('petition', { 'right-channel': '可以向县教育局信访接待室或者县信访局提出，电话0960-5022130。' }), '青教公复〔2026〕4号')] },
    { on: day('2026-06-08'), channel: 'post-signed', who: '冯晓', kind: 'person', subject: '营养餐有关材料', text: '营养餐的所有材料。', turns: [assigned, [4, 'ask-correction', { text: '请写明学年和材料名称。', until: day('2026-07-06') }], [22, 'lapse-correction', { text: '逾期未补正，电话联系两次未说明理由。' }]] },
    { on: ago(24), channel: 'counter', who: '邹平安', kind: 'person', subject: '新建幼儿园选址论证材料', text: '河东片区新建幼儿园的选址论证报告。', turns: [assigned] },
    { on: ago(17), channel: 'email', who: '贺敏', kind: 'person', subject: '教师交流轮岗名单', text: '2026年教师交流轮岗人员名单。', turns: [confirmed, assigned, [13, 'decide', facts('granted', { provided: '随函附名单复印件一份。' })]] },
    { on: ago(12), channel: 'online', who: '青岚博闻文化有限公司', kind: 'business', subject: '教辅材料选用记录', text: '2026年秋季教辅材料选用委员会记录。', turns: [confirmed, assigned, [4, 'ask-third-party', { other: { name: '某出版社' } }], [6, 'record-letter-receipt', { consultation: 1 }]] },
    { on: ago(8), channel: 'counter', who: '丁一凡', kind: 'person', subject: '校园欺凌处置数据', text: '相关数据。', turns: [assigned, [4, 'ask-correction', { text: '请写明学年、学校和数据项目。', until: addDays(today, 12) }]] },
    { on: ago(3), channel: 'post-signed', who: '姜远', kind: 'person', subject: '2026年中考体育考点设置文件', text: '中考体育考点设置的通知全文。', turns: [assigned] },
    { on: ago(0), channel: 'fax', who: '陶然', kind: 'person', subject: '学前教育普惠性幼儿园认定标准', text: '普惠性幼儿园认定标准及收费标准。', turns: [] },
  ] // prettier-ignore
}

const dayless: ReadonlySet<string> = new Set(['assign', 'decide', 'approve-draft', 'pass-secrecy', 'sign', 'seal', 'close', 'extend', 'lapse-correction'])

function handFor(step: StepRequest['step']): string {
  const hands = handsOf('jyj')
  switch (step) {
    case 'confirm':
    case 'assign':
      return 'zhoumubai'
    case 'approve-draft':
      return hands.head
    case 'pass-secrecy':
      return hands.secrecy
    case 'sign':
    case 'extend':
      return hands.leader
    default:
      return hands.author
  }
}

async function tell(stage: Stage, tx: Tx, seal: Seal, told: Told): Promise<void> {
  const arrivedOn = workdayFrom(told.on)
  const unitId = idOf(stage.unitIds, 'jyj')
  const identity: NewRequest['identity'] = {
    name: told.who,
    document: '',
    documentNumber: told.kind === 'person' ? '（演示）身份证明复印件' : '（演示）统一社会信用代码证复印件',
    contactPerson: told.kind === 'person' ? '' : '（演示）联系人',
    address: '青岚县城关镇（演示地址）',
    phone: '',
    email: '',
    agent: '',
  }
  const asked = { id: randomUUID(), unitId, channel: told.channel, arrivedOn, applicantKind: told.kind, identity, subject: told.subject, description: told.text, wishedForm: 'paper', delivery: 'post', needsHelp: false } as const // prettier-ignore
  const { id } = must(await registerApplication(tx, await by(stage, tx, 'zhoumubai', arrivedOn, '09:20'), seal, asked), told.subject)
  let seen = 1
  for (const [after, step, given = {}] of told.turns) {
    const on = workdaysAfter(arrivedOn, after)
    if (on > stage.today) return
    const place = step === 'assign' ? { assignee: { sectionId: idOf(stage.sectionIds, 'jyj/基础教育科'), accountId: null } } : {}
    const input = { text: '', ...(dayless.has(step) ? {} : { day: on }), ...place, ...given }
    must(await takeStep(tx, await by(stage, tx, handFor(step), on, '10:30'), { id, step, seen, input }), `${told.subject}: ${step}`)
    // the last opinion ends the asking by a step of its own
    seen += step === 'record-opinion' ? 2 : 1
  }
}

/** Entered and carried on by the people whose business it is, on the days on which it happened. */
export async function answerRequests(stage: Stage, seal: Seal): Promise<void> {
  await stage.database.transaction(async (tx) => {
    for (const told of stories(stage.today)) if (told.on <= stage.today) await tell(stage, tx, seal, told)
  })
}
