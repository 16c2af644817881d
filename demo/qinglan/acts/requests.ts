// Applications for disclosure: four hundred since 2018 under both Regulations, and those of the education bureau that are told one by one.
import { randomUUID } from 'node:crypto'
import { addDays, day, yearOf, type Day } from '../../../src/kernel/day.ts'
import { registerApplication, setLegalityReview, takeStep, type NewRequest, type StepRequest } from '../../../src/modules/requests/index.ts'
import type { Seal } from '../../../src/platform/crypto/seal.ts'
import type { Tx } from '../../../src/platform/database/database.ts'
import { people } from '../cast/people.ts'
import { units, type UnitKey } from '../cast/units.ts'
import { askings, type Asking } from '../texts/applications.ts'
import { workdayFrom, workdaysAfter } from '../texts/workdays.ts'
import { assigned, carried, confirmed, courseOf, ending, type Turn } from './courses.ts'
import { handsOf } from './hands.ts'
import { contestAnswers, type Answered } from './remedies.ts'
import { by, idOf, must, type Stage } from './stage.ts'

interface Told extends Omit<Asking, 'key'> {
  readonly turns: readonly Turn[]
  /** From this one on its unit wants the legality of its answers reviewed. */
  readonly legality?: true
}

const searched = {
  'search-record': '以“学区”“划片”为关键词检索了局机关2015年以来的收发文登记、档案目录和电子公文系统，由基础教育科、办公室各一人分别检索，均无结果。',
}

function stories(today: Day): readonly Told[] {
  const ago = (days: number): Day => workdaysAfter(today, -days)
  return [
    { unit: 'jyj', on: day('2018-03-05'), channel: 'counter', who: '谢长林', kind: 'person', subject: '2017年民办幼儿园年检结果', text: '2017年度全县民办幼儿园年检合格名单。', turns: [assigned, ...carried(3, ending('granted', { provided: '随函附名单复印件一份。' }), '青教公复〔2018〕1号')] },
    { unit: 'jyj', on: day('2019-06-10'), channel: 'post-signed', who: '孔德明', kind: 'person', subject: '教师招聘面试评分表', text: '2019年教师招聘语文岗位的面试评分表。', turns: [assigned, ...carried(6, ending('process', { 'why-process': '评委打分表属于讨论记录。' }), '青教公复〔2019〕2号')] },
    { unit: 'jyj', on: day('2021-09-01'), channel: 'email', who: '青岚清源律师事务所', kind: 'legal', subject: '校车服务采购合同', text: '2021年校车服务采购合同全文。', turns: [confirmed, assigned, [4, 'ask-third-party', { other: { name: '青岚畅行客运有限公司' } }], [5, 'record-letter-receipt', { consultation: 1 }], [12, 'record-opinion', { consultation: 1, opinion: 'objected', text: '单价和路线成本属于商业秘密。' }], ...carried(14, ending('partial', { 'provided-part': '合同正文，价款总额和服务标准。', 'withheld-part': '附件二的分项成本，涉及第三方商业秘密。', balance: '财政资金使用情况涉及公共利益，总价予以公开。' }, 'third-party-rights'), '青教公复〔2021〕5号')] },
    { unit: 'jyj', on: day('2023-04-18'), channel: 'counter', who: '沈月英', kind: 'person', subject: '营养餐供应企业资质', text: '学校营养餐的相关材料。', turns: [assigned, [5, 'ask-correction', { text: '请写明学年、学校和材料名称。', until: day('2023-05-16') }], [12, 'receive-correction', { text: '2022—2023学年城关小学营养餐供应企业的食品经营许可证。' }], ...carried(16, ending('already-public', { route: '县市场监管局网站“食品经营许可”栏目。' }), '青教公复〔2023〕3号')] },
    { unit: 'jyj', on: day('2024-10-14'), channel: 'online', who: '顾小北', kind: 'person', subject: '全县学生名册', text: '全县在校学生的姓名和家庭住址。', turns: [confirmed, assigned, ...carried(6, ending('third-party-rights', { 'third-party': '涉及未成年学生个人隐私，无法逐一取得同意。', balance: '不公开不影响公共利益。' }), '青教公复〔2024〕6号')] },
    { unit: 'jyj', on: day('2025-11-24'), channel: 'fax', who: '青岚晚报社', kind: 'business', subject: '中小学食堂抽检结果', text: '2025年秋季学期中小学食堂食品抽检结果。', turns: [confirmed, assigned, [16, 'extend', { extension: { days: 15, consentBy: '陆知行' }, text: '抽检结果须与县市场监管局核对。' }], ...carried(24, ending('granted', { provided: '随函附抽检结果汇总表一份。' }), '青教公复〔2026〕1号')] },
    { unit: 'jyj', on: day('2026-02-25'), channel: 'counter', who: '吴敏', kind: 'person', subject: '2025年学区划分依据', text: '城关小学、城北小学2025年学区划分所依据的文件。', turns: [assigned, ...carried(8, ending('not-held', searched), '青教公复〔2026〕2号')] },
    { unit: 'jyj', on: day('2026-03-09'), channel: 'post-signed', who: '县教育研究所', kind: 'research', subject: '近十年各校升学数据分析', text: '请按学校、性别、年级汇总分析近十年升学情况。', turns: [assigned, ...carried(5, ending('needs-making', { 'why-making': '现有年度统计表未按性别、年级分类，需要重新加工分析。' }), '青教公复〔2026〕3号')] },
    { unit: 'jyj', on: day('2026-04-13'), channel: 'email', who: '青岚县助学志愿者协会', kind: 'welfare', subject: '困难学生资助资金发放表', text: '2025年困难学生资助资金发放情况。', turns: [confirmed, assigned, [3, 'withdraw', { text: '来电说明已在网站查到。' }]] },
    { unit: 'jyj', on: day('2026-05-11'), channel: 'counter', who: '赵启明', kind: 'person', subject: '反映某校违规补课', text: '请查处某校违规补课并公开处理结果。', turns: [assigned, ...carried(4, ending('petition', { 'right-channel': '可以向县教育局信访接待室或者县信访局提出，电话0960-5022130。' }), '青教公复〔2026〕4号')] },
    { unit: 'jyj', on: day('2026-06-08'), channel: 'post-signed', who: '冯晓', kind: 'person', subject: '营养餐有关材料', text: '营养餐的所有材料。', turns: [assigned, [4, 'ask-correction', { text: '请写明学年和材料名称。', until: day('2026-07-06') }], [22, 'lapse-correction', { text: '逾期未补正，电话联系两次未说明理由。' }]] },
    { unit: 'jyj', on: ago(24), channel: 'counter', who: '邹平安', kind: 'person', subject: '新建幼儿园选址论证材料', text: '河东片区新建幼儿园的选址论证报告。', turns: [assigned] },
    { unit: 'jyj', on: ago(17), channel: 'email', who: '贺敏', kind: 'person', subject: '教师交流轮岗名单', text: '2026年教师交流轮岗人员名单。', turns: [confirmed, assigned, [13, 'decide', ending('granted', { provided: '随函附名单复印件一份。' })]] },
    { unit: 'jyj', on: ago(12), channel: 'online', who: '青岚博闻文化有限公司', kind: 'business', subject: '教辅材料选用记录', text: '2026年秋季教辅材料选用委员会记录。', turns: [confirmed, assigned, [4, 'ask-third-party', { other: { name: '某出版社' } }], [6, 'record-letter-receipt', { consultation: 1 }]] },
    { unit: 'jyj', on: ago(8), channel: 'counter', who: '丁一凡', kind: 'person', subject: '校园欺凌处置数据', text: '相关数据。', turns: [assigned, [4, 'ask-correction', { text: '请写明学年、学校和数据项目。', until: addDays(today, 12) }]] },
    { unit: 'jyj', on: ago(3), channel: 'post-signed', who: '姜远', kind: 'person', subject: '2026年中考体育考点设置文件', text: '中考体育考点设置的通知全文。', turns: [assigned] },
    { unit: 'mzj', on: ago(11), channel: 'counter', who: '罗成义', kind: 'person', subject: '县养老服务中心建设资金', text: '县养老服务中心建设资金的拨付和使用情况。', turns: [assigned, ...carried(5, ending('granted', { provided: '随函附资金拨付情况表一份。' }), '').slice(0, 2)] },
    { unit: 'mzj', on: ago(9), channel: 'counter', who: '程素云', kind: 'person', subject: '低保复核名单', text: '2026年下半年低保复核名单。', turns: [assigned, ...carried(3, ending('already-public', { route: '各村公示栏和县政府网站“社会救助”专栏。' }), '').slice(0, 3)] },
    { unit: 'zjj', on: ago(10), channel: 'post-signed', who: '王国平', kind: 'person', subject: '北苑小区改造施工合同', text: '北苑小区改造工程的施工合同。', turns: [assigned, ...carried(4, ending('partial', { 'provided-part': '合同正文。', 'withheld-part': '综合单价分析表，涉及第三方商业秘密。', balance: '总价已经公开。' }, 'third-party-rights'), '').slice(0, 4)] },
    { unit: 'zjj', on: ago(12), channel: 'counter', who: '林阿妹', kind: 'person', subject: '公租房轮候排序', text: '2026年第三季度公租房轮候排序。', turns: [assigned, ...carried(6, ending('granted', { provided: '随函附轮候排序表一份。' }), '青建公复〔2026〕9号').slice(0, 5)] },
    { unit: 'wjj', on: ago(13), channel: 'post-signed', who: '青岚清源律师事务所', kind: 'legal', subject: '县医院核磁共振采购结果', text: '县医院核磁共振设备的采购结果和中标通知书。', turns: [assigned, ...carried(7, ending('granted', { provided: '随函附中标通知书复印件。' }), '青卫公复〔2026〕9号').slice(0, 6)] },
    { unit: 'wjj', on: ago(9), channel: 'counter', who: '胡守信', kind: 'person', subject: '各乡镇卫生院历年检查材料', text: '各乡镇卫生院十年来全部检查材料。', turns: [assigned, [3, 'ask-reasons', { text: '三个月内就同类事项提出申请二十六件。', until: addDays(today, 9) }]] },
    { unit: 'wjj', on: ago(4), channel: 'counter', who: '柳青源', kind: 'person', subject: '村卫生室撤并依据', text: '2026年村卫生室撤并所依据的文件。', legality: true, turns: [assigned, [1, 'decide', ending('granted', { provided: '随函附通知复印件一份。' })], [2, 'approve-draft'], [2, 'pass-secrecy']] },
    { unit: 'czj', on: ago(8), channel: 'post-signed', who: '青岚汇民超市有限公司', kind: 'business', subject: '政府采购项目验收材料', text: '2025年办公设备政府采购项目的验收材料。', turns: [assigned, [4, 'notify-fee', { fee: { method: 'per-page', nth: 1, units: 120 } }], [6, 'record-fee-receipt']] },
    { unit: 'jyj', on: ago(0) > today ? ago(1) : ago(0), channel: 'fax', who: '陶然', kind: 'person', subject: '学前教育普惠性幼儿园认定标准', text: '普惠性幼儿园认定标准及收费标准。', turns: [] },
  ] // prettier-ignore
}

/** Whatever became of the rest, by years and units; numbers of replies begin above those that are told one by one. */
function everyYear(): readonly Told[] {
  const numbers = new Map<string, number>()
  return askings().map((asking) => {
    const of = `${units[asking.unit].sign}公复〔${yearOf(asking.on)}〕`
    const number = (numbers.get(of) ?? 10) + 1
    numbers.set(of, number)
    return { ...asking, turns: courseOf(asking, `${of}${number}号`) }
  })
}

const dayless: ReadonlySet<string> = new Set([
  'assign',
  'decide',
  'approve-draft',
  'pass-secrecy',
  'sign',
  'seal',
  'close',
  'archive',
  'extend',
  'lapse-correction',
  'lapse-fee',
  'note-silence',
  'return-draft',
])

function handFor(unit: UnitKey, step: StepRequest['step']): string {
  const hands = handsOf(unit)
  switch (step) {
    case 'confirm':
    case 'assign':
      return 'zhoumubai'
    case 'approve-draft':
    case 'return-draft':
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

/** The section of whoever drafts there. */
export function sectionOf(stage: Stage, unit: UnitKey): string | null {
  const author = people.find(({ login }) => login === handsOf(unit).author)
  return author?.section ? (stage.sectionIds.get(`${unit}/${author.section}`) ?? null) : null
}

/** A turn, and with the last opinion a step that follows by itself. */
const stepsIn = (step: StepRequest['step']): number => (step === 'record-opinion' || step === 'note-silence' ? 2 : 1)

interface Entered {
  readonly told: Told
  readonly id: string
}

async function enter(stage: Stage, tx: Tx, seal: Seal, told: Told): Promise<Entered> {
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
  const unitId = idOf(stage.unitIds, told.unit)
  const asked = { id: randomUUID(), unitId, channel: told.channel, arrivedOn: told.on, applicantKind: told.kind, identity, subject: told.subject, description: told.text, wishedForm: 'paper', delivery: 'post', needsHelp: false } as const // prettier-ignore
  const { id } = must(await registerApplication(tx, await by(stage, tx, 'zhoumubai', told.on, '09:20'), seal, asked), told.subject)
  return { told, id }
}

async function carryOn(stage: Stage, tx: Tx, { told, id }: Entered): Promise<void> {
  let seen = 1
  if (told.legality) must(await setLegalityReview(tx, await by(stage, tx, 'zhoumubai', told.on, '09:00'), idOf(stage.unitIds, told.unit), true), told.subject)
  for (const [after, step, given = {}] of told.turns) {
    const on = workdaysAfter(told.on, after)
    if (on > stage.today) return
    const place = step === 'assign' ? { assignee: { sectionId: sectionOf(stage, told.unit), accountId: null } } : {}
    const input = { text: '', ...(dayless.has(step) ? {} : { day: on }), ...place, ...given }
    must(await takeStep(tx, await by(stage, tx, handFor(told.unit, step), on, '10:30'), { id, step, seen, input }), `${told.subject}: ${step}`)
    seen += stepsIn(step)
  }
}

/** Those that were served by today. */
const answeredOf =
  (today: Day) =>
  ({ told, id }: Entered): readonly Answered[] => {
    const served = told.turns.find(([, step]) => step === 'serve')
    const on = served && workdaysAfter(told.on, served[0])
    return on && on < today ? [{ id, unit: told.unit, on }] : []
  }

/** Entered in the order of days, which numbers them; carried on unit by unit, three at a time, by the people whose business it is and on the days on which it happened. */
export async function answerRequests(stage: Stage, seal: Seal): Promise<void> {
  const { database } = stage
  const all = [...stories(stage.today), ...everyYear()]
    .map((told) => ({ ...told, on: workdayFrom(told.on) }))
    .filter(({ on }) => on <= stage.today)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
  const entered = await database.transaction(async (tx) => {
    const rows: Entered[] = []
    for (const told of all) rows.push(await enter(stage, tx, seal, told))
    return rows
  })
  const left = [...Map.groupBy(entered, ({ told }) => told.unit).values()]
  const lane = async (): Promise<void> => {
    for (let ofUnit = left.shift(); ofUnit !== undefined; ofUnit = left.shift()) {
      const rows = ofUnit
      await database.transaction(async (tx) => {
        for (const row of rows) await carryOn(stage, tx, row)
      })
    }
  }
  await Promise.all([lane(), lane(), lane()])
  await contestAnswers(
    stage,
    entered.flatMap(answeredOf(stage.today)).toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  )
}
