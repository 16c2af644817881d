// Villages (published for them by the disclosure office), towns and streets.
import { day } from '../../../src/kernel/day.ts'
import { units, type UnitKey } from '../cast/units.ts'
import type { Story } from '../story.ts'
import { between, choose, money, p, sections, signed, table, to } from './words.ts'
import { onOrAfter, workdayFrom, workdaysAfter } from './workdays.ts'

type VillageKey = 'shangliu' | 'liuwan' | 'dukou' | 'shawo' | 'shimen' | 'liyuan'

/** What each village lives from, builds and decides. */
const lives: Readonly<
  Record<
    VillageKey,
    { readonly leases: string; readonly work: string; readonly works: number; readonly matter: string; readonly decided: string; readonly share: string }
  >
> = {
  shangliu: {
    leases: '苹果保鲜库出租',
    work: '通组道路硬化1.8公里',
    works: 52.6,
    matter: '苹果园滴灌管护费收取',
    decided: '按照每亩每年12元收取，由村民推选3人管理账目，半年公示一次',
    share: '每户分红180元',
  },
  liuwan: {
    leases: '养殖小区场地租金',
    work: '人畜分离粪污收集池',
    works: 31.4,
    matter: '村内旱厕拆除和公厕选址',
    decided: '拆除沿街旱厕41处，在文化广场西侧和小学旧址各建公厕1座',
    share: '每户分红95元',
  },
  dukou: {
    leases: '渡口农贸市场摊位费',
    work: '河堤步道和路灯安装',
    works: 78.2,
    matter: '集市开市日期调整',
    decided: '由逢五逢十改为逢三逢六逢九，外来摊位费下调一成',
    share: '每户分红260元',
  },
  shawo: {
    leases: '光伏电站收益',
    work: '沙沟排洪渠清淤加固',
    works: 44.9,
    matter: '光伏收益使用分配',
    decided: '六成用于公益岗位工资，三成用于小型公益事业，一成奖励孝老爱亲家庭',
    share: '不分红，用于公益事业',
  },
  shimen: {
    leases: '石料场旧址土地流转费',
    work: '饮水管网更换3.2公里',
    works: 39.7,
    matter: '避险搬迁旧宅腾退办法',
    decided: '搬入新居后六个月内腾退，旧宅基地统一复垦，收益归原户七成、集体三成',
    share: '每户分红70元',
  },
  liyuan: {
    leases: '梨花节停车场和民宿分成',
    work: '梨园采摘步道和观景台',
    works: 63.8,
    matter: '梨花节经营摊位管理',
    decided: '本村农户摊位优先，每户限一个，摊位费用于环境整治',
    share: '每户分红320元',
  },
}

const villageStories = (Object.keys(lives) as VillageKey[]).flatMap((unit, at): Story[] => {
  const [{ name, short }, life] = [units[unit], lives[unit]]
  const accounts = onOrAfter(2026, 7, 9 + at)
  const decision = onOrAfter(2025, 4 + at, 12)
  const subsidy = onOrAfter(2026, 6, 8 + at)
  const [lease, project, welfare, other] = [
    between(`${unit}/l`, 42_000, 168_000),
    between(`${unit}/p`, 18_000, 60_000),
    between(`${unit}/w`, 26_000, 47_000),
    between(`${unit}/o`, 2_000, 9_000),
  ]
  const [repair, salary, relief, office] = [
    between(`${unit}/r`, 12_000, 52_000),
    between(`${unit}/s`, 21_000, 36_000),
    between(`${unit}/re`, 3_000, 12_000),
    between(`${unit}/of`, 1_800, 6_400),
  ]
  const before = between(`${unit}/b`, 60_000, 210_000)
  const income = lease + project + welfare + other
  const spent = repair + salary + relief + office
  const common = { unit, theme: ['农业、林业、水利', '其他'], kind: '公告' } as const
  const acres = between(`${unit}/acres`, 1_180, 3_460)
  return [
    { ...common, key: `${unit}-accounts`, title: `${short}2026年上半年村级财务收支公开`, columns: ['tongzhi'], keywords: ['村务公开', '财务收支'], draftedOn: accounts, body: p(`${short}2026年1月至6月财务收支情况已经村务监督委员会审核，现公布如下，接受村民监督。`) + table(['收入项目', '金额（元）', '支出项目', '金额（元）'], [[life.leases, money(lease), '公共设施维修', money(repair)], ['项目管护经费', money(project), '公益岗位和误工补助', money(salary)], ['上级补助', money(welfare), '困难户慰问', money(relief)], ['利息和其他', money(other), '办公水电', money(office)], ['收入合计', money(income), '支出合计', money(spent)]]) + p(`期初结余${money(before)}元，期末结余${money(before + income - spent)}元。${life.share}。村民对账目有疑问的，可以在公示之日起15日内向村务监督委员会查询原始凭证。`) + signed(name, accounts) },
    { ...common, key: `${unit}-decision`, title: `${short}关于${life.matter}的议事结果公告`, columns: ['tongzhi'], keywords: ['一事一议', '村民代表会议'], kind: '公告', draftedOn: decision, body: p(`${short}村民代表会议于${choose(unit, '日前', '本周三晚', '上周末')}召开，应到代表${between(`${unit}/due`, 31, 45)}人，实到${between(`${unit}/came`, 26, 31)}人，就${life.matter}进行了讨论表决。`) + sections(['议题由来', `${choose(`${unit}/from`, '由十名以上村民联名提出', '由村民小组会议提出', '由村务监督委员会建议')}，村党组织研究后列入议题，会前五日在公示栏公布。`], ['表决结果', `经举手表决，${between(`${unit}/yes`, 23, 25)}人同意、${between(`${unit}/no`, 1, 2)}人反对、1人弃权，决定：${life.decided}。`], ['实施和监督', '由村民委员会组织实施，村务监督委员会全程监督，实施结果于年底公布。']) + signed(name, decision) },
    { ...common, key: `${unit}-subsidy`, title: `${short}2026年耕地地力保护补贴公示`, columns: ['tongzhi'], keywords: ['耕地地力保护补贴', '公示'], draftedOn: subsidy, body: p(`根据农户申报和镇级核查结果，现公示${short}2026年耕地地力保护补贴情况。逐户明细在村公示栏张贴，不公布身份证件号码和银行账号。`) + table(['村民小组', '户数', '补贴面积（亩）', '补贴金额（元）'], [1, 2, 3].map((group) => [`第${['一', '二', '三'][group - 1]}小组`, Math.round(between(`${unit}/h`, 160, 300) * [0.36, 0.34, 0.3][group - 1]!), (acres * [0.38, 0.33, 0.29][group - 1]!).toFixed(1), money(acres * [0.38, 0.33, 0.29][group - 1]! * 68.5)])) + p(`补贴标准为每亩68.5元，合计${money(acres * 68.5)}元。公示期7日，有异议请向${units[units[unit].parent as UnitKey].short}农业农村综合服务中心反映，电话：${units[units[unit].parent as UnitKey].phone}。`) + signed(name, subsidy) },
  ] // prettier-ignore
})

/** One matter of its own for each town and street, beside what all of them publish. */
const matters: readonly (readonly [UnitKey, string, string, string, readonly (readonly [string, ...string[]])[], readonly [string, string], string])[] = [
  [
    'hkz',
    '2026-03-23',
    '关于做好2026年春灌工作的通知',
    '河政发',
    [
      ['用水安排', '按照“先下游、后上游，先高口、后低口”的次序轮灌，3月28日开闸，5月10日前结束头水。', '各村用水计划于3月25日前报镇农业农村综合服务中心。'],
      ['渠道管护', '干渠由镇水管站巡护，支渠以下由受益村组负责，发现决口立即关闸并报告。'],
      ['水费收缴', '执行综合水价每立方米0.23元，开票到户，水量、水价、水费三公开。'],
    ],
    ['农业、林业、水利', '水利'],
    'fd-xz-irrigation-works',
  ],
  [
    'hkz',
    '2025-11-17',
    '关于渡口市场摊位重新登记的通告',
    '河政告',
    [
      ['登记对象', '在渡口市场从事固定摊位经营的业主。'],
      ['时间和材料', '2025年11月20日至12月5日，携带营业执照或者小餐饮登记证、身份证件。'],
      ['其他', '逾期不登记的，视为放弃摊位优先续租权。'],
    ],
    ['商贸、海关、旅游', '国内贸易（含供销）'],
    'fd-xz-rural-policies',
  ],
  [
    'llz',
    '2026-02-09',
    '2026年春季动物疫病强制免疫实施方案',
    '柳政发',
    [
      ['目标任务', '口蹄疫、小反刍兽疫、高致病性禽流感应免畜禽免疫密度100%，抗体合格率常年保持70%以上。'],
      ['时间安排', '3月1日至20日集中免疫，之后每月补免一次。'],
      ['工作要求', '防疫员做到“真打疫苗、打真疫苗”，免疫档案一户一册，废弃疫苗瓶统一回收。'],
    ],
    ['农业、林业、水利', '农业、畜牧业、渔业'],
    'fd-xz-rural-policies',
  ],
  [
    'llz',
    '2024-09-30',
    '柳林镇2024年农村承包地流转情况公开',
    '',
    [
      ['总体情况', '截至9月底，全镇流转土地6120亩，占确权面积的24.6%，其中流转给合作社3870亩、家庭农场1640亩、企业610亩。'],
      ['价格', '水浇地每亩每年450元至620元，旱地120元至200元，价格由双方协商，镇上不作规定。'],
      ['合同备案', '全部签订书面合同并在镇农村土地承包管理站备案，期限均未超过剩余承包期。'],
    ],
    ['农业、林业、水利', '农业、畜牧业、渔业'],
    'fd-xz-contracted-land',
  ],
  [
    'sqz',
    '2026-05-11',
    '石泉镇2026年汛期地质灾害隐患点责任人公示',
    '',
    [
      ['责任落实', '全镇31处隐患点均落实包片领导、村级负责人、监测人，责任牌已经更新。'],
      ['预警方式', '铜锣、手摇报警器和应急广播并用，夜间由监测人逐户敲门。'],
      ['避险地点', '石门村小学、镇文化广场、泉湾活动室，可以安置420人。'],
    ],
    ['国土资源、能源', '其他'],
    'fd-emergency',
  ],
  [
    'sqz',
    '2023-08-28',
    '石泉镇2023年第二批宅基地审批结果公开',
    '',
    [
      ['审批情况', '本批受理19户，批准15户，其中原址翻建11户、新批4户，面积均不超过267平方米。'],
      ['未批准', '4户未批准，2户选址在地质灾害危险区，1户不符合一户一宅，1户材料不齐。'],
      ['监督', '批准结果在所在村公示7日，公示期没有收到异议。'],
    ],
    ['国土资源、能源', '土地'],
    'fd-xz-homestead-review',
  ],
  [
    'qyz',
    '2026-03-30',
    '关于第九届梨花节期间交通组织的通告',
    '清政告',
    [
      ['管制时间', '4月11日至4月26日每日8时至18时。'],
      ['管制路段', '梨花路镇区段禁止货车通行，小客车实行单向行驶，公交车和急救车不受限制。'],
      ['停车', '设置临时停车场4处、泊位860个，免费停放，摆渡车每15分钟一班。'],
    ],
    ['商贸、海关、旅游', '旅游'],
    'fd-xs-public-services',
  ],
  [
    'qyz',
    '2025-07-07',
    '清源镇高标准农田项目“一事一议”筹资筹劳情况公开',
    '',
    [
      ['筹资', '按照每人不超过15元的标准筹集，实筹3.84万元，无力负担的26户免除。'],
      ['筹劳', '每个劳动力筹劳不超过3个工日，共用工1420个工日，没有以资代劳。'],
      ['使用', '全部用于田间道路铺砂和渠口整修，结余0.12万元转入下年。'],
    ],
    ['农业、林业、水利', '水利'],
    'fd-xz-funds-and-labour',
  ],
  [
    'cgjd',
    '2026-04-20',
    '钟楼巷老旧小区加装电梯意见征询结果公告',
    '',
    [
      ['征询情况', '3号楼2单元共14户，参与表决12户，同意11户，符合法律规定的比例。'],
      ['异议处理', '一楼1户提出采光问题，设计单位把井道由实墙改为通透玻璃，经沟通已经同意。'],
      ['下一步', '公告期满后向县自然资源局、县住建局申请联合审查。'],
    ],
    ['城乡建设、环境保护', '城乡建设（含住房）'],
    'fd-xs-public-welfare',
  ],
  [
    'dhjd',
    '2025-12-08',
    '关于东湖片区冬季清雪除冰责任划分的通知',
    '东办发',
    [
      ['责任范围', '沿街单位和商户负责门前人行道，物业小区由物业公司负责，背街小巷由社区组织志愿者清理。'],
      ['时限', '白天降雪雪停后2小时内开始清理，夜间降雪次日10时前清完。'],
      ['要求', '禁止把积雪堆放在树池、雨水口和盲道上。'],
    ],
    ['城乡建设、环境保护', '城乡建设（含住房）'],
    'fd-xs-municipal-works',
  ],
  [
    'bpjd',
    '2026-09-14',
    '北坪工业园区企业安全生产“回头看”检查情况',
    '',
    [
      ['检查情况', '9月1日至10日检查企业23家，复查上次发现的隐患54条，已经整改51条。'],
      ['未整改项', '3条涉及消防通道占用和有限空间警示标识，已经移交县应急救援大队和园区管理办公室跟踪督办。'],
      ['新发现', '新发现隐患12条，现场整改8条。'],
    ],
    ['市场监管、安全生产监管', '安全生产监管'],
    'fd-inspection',
  ],
]

const townStories = matters.map(([unit, on, title, sign, parts, theme, column], at): Story => {
  const draftedOn = workdayFrom(day(on))
  const kind = title.includes('通告') ? '通告' : title.includes('通知') || title.includes('方案') ? '通知' : '公告'
  const full = title.includes('关于') ? `${units[unit].name}${title}` : title
  return {
    key: `town-${at}`, unit, title: full, kind, theme, columns: [column, 'tongzhi'], keywords: [units[unit].short, title.replace(/^关于|的通知$|的通告$/g, '').slice(0, 10)], draftedOn, publishedOn: workdaysAfter(draftedOn, at % 3),
    ...(sign === '' ? {} : { number: `${sign}〔${on.slice(0, 4)}〕${between(title, 4, 41)}号` }),
    body: (kind === '通知' ? to('各村（居）民委员会，镇（街道）属各单位') : '') + p(choose(title, '现将有关事项公布如下。', '经研究，现就有关事项明确如下。', '根据工作安排，现将有关情况公开如下，欢迎监督。')) + sections(...parts) + signed(units[unit].name, draftedOn),
  } // prettier-ignore
})

export const countryside: readonly Story[] = [...villageStories, ...townStories]
