// What waits in the office today: one edition or more in every state of the workflow, for the demo accounts to find among their tasks.
import type { Day } from '../../../src/kernel/day.ts'
import { chaseAwaited } from '../../../src/modules/disclosure/index.ts'
import { standingClock } from '../../../src/platform/clock/clock.ts'
import type { Story } from '../story.ts'
import { items, p, sections, signed, table, to } from '../texts/words.ts'
import { workdaysAfter } from '../texts/workdays.ts'
import { handsOf } from './hands.ts'
import { draft, passed, step, type Work } from './perform.ts'
import { by, idOf, instantAt, type Stage } from './stage.ts'
import type { Tx } from '../../../src/platform/database/database.ts'

type Reached = 'draft' | 'section-review' | 'returned' | 'secrecy-review' | 'confirming' | 'signing' | 'signing-important' | 'signed' | 'scheduled'

interface Waiting {
  readonly reached: Reached
  /** Working days before today on which it was begun. */
  readonly begun: number
  readonly story: Omit<Story, 'key' | 'draftedOn'>
  readonly author?: string
}

const school = { unit: 'jyj', theme: ['科技、教育', '教育'], keywords: ['教育'] } as const

function waitingOf(year: number, on: Day): readonly Waiting[] {
  return [
    { reached: 'draft', begun: 1, story: { ...school, kind: '通知', title: `青岚县教育局关于做好${year + 1}年寒假有关工作的通知`, columns: ['tongzhi'], body: to('各中心学校，县直各学校') + p('根据上级安排，现将寒假有关工作通知如下。') + sections(['放假时间', '义务教育学校和普通高中的放假、开学时间另行明确。'], ['工作要求', '严禁以任何名义组织集体补课，假期前开展一次安全教育。']) } },
    { reached: 'draft', begun: 2, author: 'yezhen', story: { unit: 'zfb', theme: ['综合政务', '政务公开'], keywords: ['政务公开', '季度通报'], kind: '通报', title: `青岚县人民政府办公室关于${year}年第三季度政务公开工作情况的通报`, columns: ['fd-other-statutory'], body: p(`截止${year}年9月底，依据青政办发[${year}]12号的要求，全县主动公开政府信息情况如下（数据待核对）。`) + table(['单位', '公开条数', '超期栏目'], [['县教育局', 86, 0], ['县住建局', 73, 1], ['清源镇', 24, 2], ['合计', 193, 3]]) } },
    { reached: 'returned', begun: 6, story: { ...school, kind: '通报', title: `关于${year}年秋季校外培训机构专项检查情况的通报`, columns: ['yiwu-jiaoyu', 'fd-inspection'], body: p('10月中旬，县教育局会同市场监管局对城区27家校外培训机构进行了检查。') + items('证照齐全23家，4家未公示收费标准，已责令整改。', '预收费全部纳入监管账户24家，其余3家限期11月底前纳入。', '举报线索2条，查实1条，已退费1.4万元，举报人王某对处理结果表示满意。') } },
    { reached: 'section-review', begun: 1, story: { ...school, kind: '公告', title: `青岚县${year}年下半年中小学教师资格认定公告`, columns: ['tongzhi', 'fd-licensing'], body: p('现将下半年中小学教师资格认定有关事项公告如下。') + sections(['认定范围', '户籍、居住证或者就读学校在本县，申请初级中学、小学、幼儿园教师资格的人员。'], ['时间', '网上申报12月1日至12月8日，现场确认12月9日至12月11日。'], ['体检', '在县人民医院进行，费用自理，三个工作日出结果。']) } },
    { reached: 'section-review', begun: 3, story: { ...school, kind: '其他', title: `青岚县义务教育学校课后服务收费公示（${year}年秋季学期）`, columns: ['yiwu-jiaoyu', 'fd-administrative-fees'], body: p('课后服务坚持自愿原则，收费标准公示如下。') + table(['学校类型', '每生每学期（元）', '减免'], [['城区小学', 240, '低保、孤儿、残疾学生全免'], ['城区初中', 260, '同上'], ['镇小学', 120, '同上']]) } },
    { reached: 'secrecy-review', begun: 2, story: { ...school, kind: '其他', title: `青岚县第二小学扩建期间过渡安置方案解读`, columns: ['jiedu', 'yiwu-jiaoyu'], body: p('县第二小学扩建期间，一至三年级在过渡校区就读。家长关心的问题解答如下。') + p('问：校车怎么安排？答：6条线路，上下午各一班，车上配照管员。', '问：午餐怎么办？答：由中心厨房配送，价格不变。') } },
    { reached: 'confirming', begun: 4, story: { ...school, kind: '通知', title: '青岚县教育局关于做好孤儿和事实无人抚养儿童助学工作的通知', columns: ['fd-livelihood-policies', 'yiwu-jiaoyu'], body: to('各中心学校，县直各学校') + p('为保障孤儿和事实无人抚养儿童受教育权利，现就助学工作通知如下。') + sections(['助学对象', '以县民政局提供的名册为准，学校不再要求家庭开具证明。'], ['标准', '小学每生每年1000元，初中1250元，高中2000元。'], ['隐私保护', '不公示名单，不在公开场合发放。']) } },
    { reached: 'confirming', begun: 10, story: { ...school, kind: '通知', title: '青岚县教育局关于规范残疾儿童随班就读生活补助申领工作的通知', columns: ['fd-livelihood-policies', 'yiwu-jiaoyu'], body: to('各中心学校，县直各学校') + p('为方便残疾儿童家庭，现就随班就读生活补助申领工作通知如下。') + sections(['申领', '监护人向学校提出，学校核对县民政局提供的补贴信息，不再收取证明。'], ['发放', '每学期发放一次，直接发到监护人账户。']) } },
    { reached: 'signing', begun: 3, story: { ...school, kind: '公告', title: `青岚县${year}年学前教育机构年检结果公告`, columns: ['fd-inspection'], body: p(`${year}年全县36所幼儿园参加年检，结果公布如下。`) + table(['等次', '数量', '说明'], [['优秀', 9, '县幼儿园等'], ['合格', 25, ''], ['限期整改', 2, '消防设施老化、教师配备不足']]) } },
    { reached: 'signing-important', begun: 2, story: { ...school, important: true, kind: '意见', title: '青岚县教育局关于推进义务教育优质均衡发展的实施意见', columns: ['zhengce', 'fd-regulations'], body: to('各中心学校，县直各学校') + sections(['目标', '到2030年，义务教育学校办学条件全部达标，县域内校际差异系数进入合理区间。'], ['措施', '实行集团化办学，城区3所学校结对9所镇学校，教师交流每年不少于10%。'], ['保障', '新增教育经费优先用于镇寄宿制学校。']) } },
    { reached: 'scheduled', begun: 2, story: { ...school, kind: '通知', title: `关于公布青岚县${year}年中小学安全工作先进学校的通知`, columns: ['tongzhi'], body: p('经学校申报、实地核查和公示，确定县第一小学等8所学校为安全工作先进学校。') + items('县第一小学、东湖小学、北坪小学。', '县实验中学、县第三中学。', '河口镇中心小学、石泉镇寄宿制学校、清源镇中心小学。') } },
    { reached: 'section-review', begun: 1, story: { unit: 'mzj', theme: ['民政、扶贫、救灾', '社会福利'], keywords: ['残疾人', '两项补贴'], kind: '公告', title: `青岚县${year}年残疾人两项补贴发放情况公示（10月）`, columns: ['shehui-jiuzhu'], body: p('10月发放困难残疾人生活补贴1326人、重度残疾人护理补贴1088人，合计36.2万元。代领人吴某，身份证号431222197608140039，联系电话13874512345。') } },
    { reached: 'secrecy-review', begun: 2, story: { unit: 'zjj', theme: ['城乡建设、环境保护', '城乡建设（含住房）'], keywords: ['老旧小区', '改造计划'], kind: '公告', title: `青岚县${year + 1}年城镇老旧小区改造计划（征求意见稿）公告`, columns: ['tongzhi', 'fd-xs-public-services'], body: p(`拟对城区9个小区、864户实施改造，现征求意见，期限30日，公示期至${year + 1}年2月30日。`) + table(['小区', '建成年份', '户数', '主要内容'], [['钟楼巷家属院', 1994, 126, '屋面防水、雨污分流'], ['湖滨路12号院', 1998, 88, '外墙保温、加装扶手'], ['坪安路供销家属院', 1996, 74, '消防通道、停车'], ['合计', '', 298, '']]) } },
    { reached: 'signing', begun: 2, story: { unit: 'gov', theme: ['农业、林业、水利', '林业'], keywords: ['森林防火', '禁火令'], kind: '命令（令）', title: `青岚县人民政府${year}—${year + 1}年度森林草原防火命令`, columns: ['tongzhi', 'fd-emergency'], body: p('为预防森林草原火灾，现发布命令如下。') + items('防火期为12月1日至次年5月31日，其中清明节前后为防火戒严期。', '防火期内，林区和林缘500米范围内禁止一切野外用火。', '违反本命令的，依法从严处理。') } },
    { reached: 'signing-important', begun: 1, story: { unit: 'gov', important: true, theme: ['国民经济管理、国有资产监管', '重大建设项目'], keywords: ['民生实事'], kind: '通知', title: `青岚县人民政府关于公开征集${year + 1}年民生实事项目的通知`, columns: ['tongzhi'], body: to('各镇人民政府、各街道办事处，县政府各部门') + p(`为办好群众身边事，现公开征集${year + 1}年民生实事项目。`) + sections(['征集时间', '自发布之日起20日。'], ['征集范围', '就业、教育、医疗、养老、交通、环境等群众最关心的事项。'], ['方式', '网站留言、信函、12345热线，注明“民生实事”。']) } },
    { reached: 'signed', begun: 2, author: 'zhoumubai', story: { unit: 'dukou', theme: ['农业、林业、水利', '其他'], keywords: ['村务公开', '集体资产'], kind: '公告', title: '渡口村农贸市场东侧集体土地出租招标公告', columns: ['tongzhi'], body: p('经村民代表会议讨论，决定对农贸市场东侧1.6亩集体建设用地公开招租。') + table(['标的', '面积（亩）', '起租价（元/年）', '期限'], [['市场东侧空地', '1.6', '18000', '3年']]) + p('报名时间为公告之日起7日内，地点为渡口村村民委员会。') } },
    { reached: 'section-review', begun: 2, author: 'zhoumubai', story: { unit: 'shimen', theme: ['民政、扶贫、救灾', '减灾救灾'], keywords: ['避险搬迁'], kind: '公告', title: '石门村避险搬迁安置房分配结果公示', columns: ['tongzhi'], body: p('安置点62套住房经公开抽签分配到户，楼号、楼层在村公示栏公布，公示期7日。') } },
  ].map((one) => ({ ...one, story: { ...one.story, body: one.story.body + signed('（代拟稿）', on) } })) as readonly Waiting[] // prettier-ignore
}

const order: readonly Reached[] = ['draft', 'section-review', 'secrecy-review', 'confirming', 'signing', 'signing-important', 'signed']

async function bring(stage: Stage, tx: Tx, { reached, begun, story: words, author }: Waiting, at: number): Promise<void> {
  const on = workdaysAfter(stage.today, -begun)
  const story: Story = { ...words, key: `waiting-${at}`, draftedOn: on }
  const usual = handsOf(story.unit)
  const hands = { ...usual, author: author ?? usual.author }
  const work: Work = await draft(stage, tx, story, on, '09:20', hands.author)
  const far = reached === 'returned' || reached === 'scheduled' ? (reached === 'returned' ? 1 : 6) : order.indexOf(reached)
  const secrecy = { basis: '经逐项核对，不涉及国家秘密、商业秘密和个人隐私', conclusion: 'may-disclose' } as const
  if (far >= 1) await step(stage, tx, hands.author, on, '10:00', work, 'submit')
  if (reached === 'returned')
    await step(stage, tx, hands.head, on, '15:20', work, 'return-from-section', { opinion: '第三点出现了举报人姓氏，请删去；整改情况补充完成时限。' })
  if (far >= 2) await step(stage, tx, hands.head, on, '11:10', work, 'approve-section', { opinion: '同意。' })
  if (reached === 'confirming') {
    const units = { unitIds: [idOf(stage.unitIds, 'mzj')], question: '请核对助学对象范围、标准与贵局保障政策是否衔接。' }
    await step(stage, tx, hands.secrecy, on, '14:50', work, 'ask-confirmation', {
      ...(await passed(stage, tx, hands.secrecy, on, work)),
      struck: [],
      secrecy,
      units,
      opinion: '涉及民政部门职责，送会签。',
    })
    return
  }
  if (far >= 4) await step(stage, tx, hands.secrecy, on, '14:50', work, 'pass-secrecy', { ...(await passed(stage, tx, hands.secrecy, on, work)), secrecy })
  if (reached === 'signing-important') await step(stage, tx, hands.leader, on, '16:10', work, 'pass-to-main-leader', { opinion: '拟同意，请主要领导审定。' })
  if (far >= 6) await step(stage, tx, hands.leader, on, '16:10', work, 'sign', { opinion: '同意。' })
  if (reached === 'scheduled') {
    const time = instantAt(workdaysAfter(stage.today, 1), '09:00', stage.zone)
    await step(stage, tx, hands.publisher, on, '16:30', work, 'schedule', { time })
  }
}

export async function leaveWork(stage: Stage): Promise<void> {
  const year = Number(stage.today.slice(0, 4))
  await stage.database.transaction(async (tx) => {
    for (const [at, waiting] of waitingOf(year, stage.today).entries()) await bring(stage, tx, waiting, at)
    await by(stage, tx, 'linzhixia', stage.today, '09:00')
  })
  // what is awaited was chased on each of the days that have passed since
  for (const back of [-5, -4, -1, 0]) {
    await chaseAwaited(stage.database, standingClock(instantAt(workdaysAfter(stage.today, back), '09:10', stage.zone), stage.zone))
  }
}
