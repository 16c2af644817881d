// The catalogue that a new office begins with: Articles 20 and 21 item by item, guide, rules and plan, and the 26 pilot fields. An office replaces it with its own by import.
import type { UnitKind } from '../../organization/law/unit-kinds.ts'
import { statutoryItems, type StatutoryItemKey } from '../../publication/law/statutory-items.ts'
import type { Audience, Channel, EntryKind } from './entries.ts'
import { platformField, statutoryField } from './fields.ts'

export interface StartingEntry {
  readonly kind: EntryKind
  readonly field: string
  readonly item1: string
  readonly item2: string
  readonly elements: string
  readonly basis: string
  readonly limitText: string
  readonly bodyText: string
  readonly unitKinds: readonly UnitKind[]
  readonly channels: readonly Channel[]
  readonly statutoryItem: StatutoryItemKey | null
  /** Slugs of standard columns; left out where the site has none of that name. */
  readonly columns: readonly string[]
  /** Left out: the whole society. */
  readonly audience?: Audience
  readonly audienceWho?: string
  /** Where the words of the limit do not say enough: how the entry comes round. */
  readonly rhythm?:
    | { readonly kind: 'permanent'; readonly months: number }
    | {
        readonly kind: 'regular'
        readonly every: number
        readonly span: 'month' | 'quarter' | 'half-year' | 'year'
        readonly month: number
        readonly day: number
        readonly shift: 'none' | 'forward' | 'backward'
      }
}

const ogi = '【行政法规】《中华人民共和国政府信息公开条例》（国务院令第711号）'
const usualLimit = '自该信息形成或者变更之日起20个工作日内'
const agencies: readonly UnitKind[] = ['government', 'department', 'town', 'street']

/** How often Article 20 asks again: the words of the law name no rhythm, so that these are presets of checkers. */
const statutoryRhythms: Partial<Record<StatutoryItemKey, StartingEntry['rhythm']>> = {
  'agency-profile': { kind: 'permanent', months: 12 },
  'administrative-fees': { kind: 'permanent', months: 12 },
  emergency: { kind: 'permanent', months: 12 },
  statistics: { kind: 'regular', every: 1, span: 'quarter', month: 4, day: 20, shift: 'forward' },
  // Budget Law, Article 14: 20 days after approval; final accounts are approved from June on.
  'budget-and-final-accounts': { kind: 'regular', every: 1, span: 'year', month: 10, day: 31, shift: 'backward' },
  inspection: { kind: 'regular', every: 1, span: 'quarter', month: 4, day: 15, shift: 'forward' },
}

const columnOf = (key: StatutoryItemKey): string => `fd-${key.replace('local-city-county.', 'xs-').replace('local-township.', 'xz-')}`
const kindsOf = (key: StatutoryItemKey): readonly UnitKind[] => {
  if (key === 'planning' || key === 'statistics' || key === 'major-projects' || key.startsWith('local-city-county.')) return ['government']
  if (key.startsWith('local-township.')) return ['town', 'street']
  if (key === 'regulations' || key === 'agency-profile' || key === 'budget-and-final-accounts') return agencies
  return key === 'civil-service-recruitment' || key === 'emergency' || key === 'livelihood-policies' ? ['government'] : ['department']
}
const numeral: Readonly<Record<string, string>> = {
  1: '一',
  2: '二',
  3: '三',
  4: '四',
  5: '五',
  6: '六',
  7: '七',
  8: '八',
  9: '九',
  10: '十',
  11: '十一',
  12: '十二',
  13: '十三',
  14: '十四',
  15: '十五',
}

const statutory = (Object.keys(statutoryItems) as StatutoryItemKey[]).map((key): StartingEntry => {
  const { title, column, article } = statutoryItems[key]
  const number = /20\.(\d+)$/.exec(article)?.[1]
  const rhythm = statutoryRhythms[key]
  const group = number ? '条例第二十条' : key.startsWith('local-township.') ? '条例第二十一条（乡镇）' : '条例第二十一条（市、县）'
  return {
    kind: 'government', field: statutoryField, item1: group, item2: column, elements: title,
    basis: `${ogi}${number ? `第二十条第（${numeral[number]}）项` : '第二十一条'}`, limitText: usualLimit, bodyText: '', unitKinds: kindsOf(key), channels: ['website', 'reading-point'],
    statutoryItem: key, columns: [columnOf(key)], ...(rhythm && { rhythm }),
  } // prettier-ignore
})

const platform: readonly StartingEntry[] = (
  [
    ['政府信息公开指南', '政府信息的分类、编排体系、获取方式；政府信息公开工作机构的名称、办公地址、办公时间、联系电话、传真号码、互联网联系方式', '第十二条', 'zhinan', { kind: 'permanent', months: 12 }, agencies],
    ['政府信息公开制度', '政府信息公开条例，以及本机关政府信息公开工作的制度', '第五十二条', 'zhidu', { kind: 'permanent', months: 12 }, ['government']],
    ['政府信息公开实施方案', '年度政务公开工作要点和实施方案', '第四条', 'zhidu', { kind: 'regular', every: 1, span: 'year', month: 6, day: 30, shift: 'backward' }, ['government']],
    ['政府信息公开工作年度报告', '主动公开、依申请公开、监督保障等情况（条例第五十条）', '第四十九条、第五十条', 'nianbao', { kind: 'regular', every: 1, span: 'year', month: 1, day: 31, shift: 'none' }, ['department', 'town', 'street']],
    ['本级政府信息公开工作年度报告', '本行政区域上一年度政府信息公开工作情况', '第四十九条', 'nianbao', { kind: 'regular', every: 1, span: 'year', month: 3, day: 31, shift: 'none' }, ['government']],
  ] as const
).map(([item2, elements, articles, column, rhythm, unitKinds]): StartingEntry => ({
  kind: 'government', field: platformField, item1: '公开平台', item2, elements, basis: `${ogi}${articles}`, limitText: rhythm.kind === 'permanent' ? '长期公开，变更后20个工作日内更新' : '按年公开', bodyText: '',
  unitKinds, channels: ['website', 'reading-point'], statutoryItem: null, columns: [column], rhythm,
})) // prettier-ignore

const web: readonly Channel[] = ['website', 'service-centre']
const wide: readonly Channel[] = ['website', 'social-media', 'notice-board']

type Line = readonly [item1: string, item2: string, elements: string, basis: string, limit: string, body: string, column: string, channels?: readonly Channel[]]

/** Two rows for each of the pilot fields, in the words that catalogues of counties use; bodies are resolved by name where the county has them. */
const lines: Readonly<Record<string, readonly Line[]>> = {
  重大建设项目: [
    [
      '批准服务信息',
      '办事指南',
      '申报材料清单、批准流程、办理时限、受理机构联系方式、申报要求',
      '【规范性文件】《关于推进重大建设项目批准和实施领域政府信息公开的意见》',
      '实时公开',
      '县发展和改革局',
      'fd-major-projects',
      web,
    ],
    [
      '批准结果信息',
      '建设项目审批结果',
      '审批结果、批复时间、批复文号、项目名称、项目统一代码',
      '【规范性文件】《关于推进重大建设项目批准和实施领域政府信息公开的意见》',
      '自该信息形成或者变更之日起7个工作日内',
      '县发展和改革局',
      'fd-major-projects',
      web,
    ],
  ],
  公共资源交易: [
    [
      '政府采购信息',
      '招标公告',
      '采购人和代理机构名称、地址、联系方式；项目名称、预算金额；获取采购文件的时间地点；公告期限',
      '【部门规章】《政府采购信息发布管理办法》',
      '及时公开，公告期限为5个工作日',
      '县财政局',
      'fd-government-procurement',
      ['website', 'trading-platform'],
    ],
    [
      '政府采购信息',
      '中标、成交结果',
      '中标、成交供应商名称、地址和金额；主要中标标的的名称、规格、数量、单价',
      '【法律】《中华人民共和国政府采购法》',
      '自中标、成交供应商确定之日起2个工作日内',
      '县财政局',
      'fd-government-procurement',
      ['website', 'trading-platform'],
    ],
  ],
  财政预决算: [
    [
      '政府预算',
      '收支总表和说明',
      '一般公共预算、政府性基金预算、国有资本经营预算、社会保险基金预算收支',
      '【法律】《中华人民共和国预算法》第十四条',
      '批准后20日内',
      '县财政局',
      'fd-budget-and-final-accounts',
      ['website'],
    ],
    [
      '部门决算',
      '部门收支总体情况、“三公”经费',
      '部门收支决算表，机关运行经费、“三公”经费、政府采购情况说明',
      '【法律】《中华人民共和国预算法》第十四条',
      '批复后20日内',
      '各部门',
      'fd-budget-and-final-accounts',
      ['website'],
    ],
  ],
  安全生产: [
    [
      '监督管理',
      '安全生产执法检查情况',
      '检查计划、检查结果、重大事故隐患和整改情况',
      '【法律】《中华人民共和国安全生产法》',
      usualLimit,
      '县应急管理局',
      'fd-inspection',
      web,
    ],
    ['公共服务', '安全提示警示信息', '重点时段、重点行业安全提示', ogi, '及时公开', '县应急管理局', 'fd-emergency', wide],
  ],
  税收管理: [
    [
      '纳税服务',
      '纳税人权利义务和优惠政策',
      '纳税人的权利和义务；税费优惠政策和办理指引',
      '【法律】《中华人民共和国税收征收管理法》',
      usualLimit,
      '县税务局',
      'fd-livelihood-policies',
      web,
    ],
  ],
  征地补偿: [
    [
      '征地前期准备',
      '征收土地预公告',
      '征收范围、土地现状、征收目的',
      '【法律】《中华人民共和国土地管理法》第四十七条',
      '及时公开，公告期限为10个工作日',
      '县自然资源局',
      'zhengdi-chaiqian',
      wide,
    ],
    [
      '征地组织实施',
      '征地补偿安置方案公告',
      '补偿方式和标准、安置对象、安置方式、社会保障',
      '【法律】《中华人民共和国土地管理法》第四十七条',
      '自该信息形成之日起10个工作日内',
      '县自然资源局',
      'zhengdi-chaiqian',
      wide,
    ],
  ],
  国有土地上房屋征收: [
    [
      '征收补偿',
      '房屋征收决定公告',
      '征收补偿方案、行政复议和行政诉讼权利',
      '【行政法规】《国有土地上房屋征收与补偿条例》',
      '及时公开',
      '县住房和城乡建设局',
      'zhengdi-chaiqian',
      wide,
    ],
  ],
  保障性住房: [
    [
      '配给管理',
      '保障性住房分配结果',
      '分配对象、房号、房屋位置、面积（不含个人隐私）',
      '【规范性文件】《住房城乡建设部关于做好住房保障信息公开工作的意见》',
      usualLimit,
      '县住房和城乡建设局',
      'fd-livelihood-policies',
      wide,
    ],
  ],
  国土空间规划: [
    ['国土空间规划', '规划批准成果', '规划文本、图件', '【法律】《中华人民共和国城乡规划法》', usualLimit, '县自然资源局', 'fd-planning', ['website']],
  ],
  农村危房改造: [
    [
      '对象认定',
      '危房改造对象和结果',
      '政策、对象评议结果、补助标准、改造结果',
      '【规范性文件】《农村危房改造公开办法》',
      usualLimit,
      '县住房和城乡建设局',
      'fd-livelihood-policies',
      wide,
    ],
  ],
  生态环境: [
    [
      '行政许可',
      '建设项目环境影响评价审批',
      '受理情况、拟审批意见、审批决定',
      '【法律】《中华人民共和国环境影响评价法》',
      '自该信息形成之日起7个工作日内',
      '县生态环境局',
      'huanjing-baohu',
      web,
    ],
    [
      '公共服务',
      '环境质量状况',
      '空气、水环境质量状况',
      '【法律】《中华人民共和国环境保护法》第五十四条',
      '每月15日',
      '县生态环境局',
      'huanjing-baohu',
      ['website', 'social-media'],
    ],
  ],
  公共文化服务: [
    [
      '公共服务',
      '公共文化设施开放信息',
      '场馆名称、地址、开放时间、服务项目',
      '【法律】《中华人民共和国公共文化服务保障法》',
      '长期公开',
      '县文化和旅游局',
      'fd-xs-public-services',
      wide,
    ],
  ],
  公共法律服务: [
    ['法律援助', '法律援助办理指南', '条件、材料、流程、机构', '【法律】《中华人民共和国法律援助法》', '长期公开', '县司法局', 'fd-xs-public-services', wide],
  ],
  卫生健康: [
    [
      '公共卫生',
      '传染病疫情和预防控制',
      '疫情信息、预防控制措施',
      '【法律】《中华人民共和国传染病防治法》',
      '每月15日',
      '县卫生健康局',
      'yiliao-weisheng',
      ['website', 'social-media'],
    ],
  ],
  食品药品监管: [
    [
      '监督检查',
      '食品抽检结果',
      '抽检产品、被抽检单位、结果、不合格项目',
      '【法律】《中华人民共和国食品安全法》',
      '自该信息形成之日起20个工作日内',
      '县市场监督管理局',
      'shipin-yaopin',
      web,
    ],
  ],
  城市综合执法: [
    [
      '行政处罚',
      '行政处罚决定',
      '具有一定社会影响的行政处罚决定',
      '【法律】《中华人民共和国行政处罚法》第四十八条',
      '自该信息形成之日起7个工作日内',
      '县住房和城乡建设局',
      'fd-penalty-and-coercion',
      ['website', 'credit-site'],
    ],
  ],
  就业: [
    [
      '就业服务',
      '岗位信息和招聘活动',
      '岗位、人数、条件、时间地点',
      '【法律】《中华人民共和国就业促进法》',
      '及时公开',
      '县人力资源和社会保障局',
      'jiuye-chuangye',
      wide,
    ],
  ],
  社会保险: [
    [
      '社会保险',
      '参保登记和待遇申领指南',
      '办理条件、材料、流程、时限',
      '【法律】《中华人民共和国社会保险法》',
      '长期公开',
      '县人力资源和社会保障局',
      'fd-xs-public-services',
      web,
    ],
  ],
  社会救助: [
    [
      '最低生活保障',
      '低保标准、对象人数和资金支出',
      '低保标准、保障户数和人数、资金支出情况',
      '【行政法规】《社会救助暂行办法》（国务院令第649号）',
      '每季度首月20日',
      '县民政局',
      'shehui-jiuzhu',
      wide,
    ],
    [
      '特困人员救助供养',
      '供养标准、人数和资金支出',
      '供养标准、人数、资金支出情况',
      '【行政法规】《社会救助暂行办法》（国务院令第649号）',
      '每季度首月20日',
      '县民政局',
      'shehui-jiuzhu',
      wide,
    ],
  ],
  养老服务: [
    [
      '养老服务',
      '养老机构备案和补贴',
      '机构名称、地址、床位；补贴项目、标准、结果',
      '【规范性文件】《国务院办公厅关于推进养老服务发展的意见》',
      usualLimit,
      '县民政局',
      'fd-livelihood-policies',
      wide,
    ],
  ],
  户籍管理: [
    [
      '户籍服务',
      '户口登记办理指南',
      '依据、条件、材料、流程、时限',
      '【法律】《中华人民共和国户口登记条例》',
      '长期公开',
      '县公安局',
      'fd-xs-public-order',
      web,
    ],
  ],
  涉农补贴: [
    [
      '补贴结果',
      '耕地地力保护补贴发放',
      '补贴对象、面积、标准、金额',
      '【规范性文件】《农业生产发展资金管理办法》',
      usualLimit,
      '县农业农村局',
      'fd-livelihood-policies',
      wide,
    ],
  ],
  义务教育: [
    [
      '招生管理',
      '学区划分和招生计划',
      '学区、招生范围、计划、条件、时间',
      '【法律】《中华人民共和国义务教育法》',
      '每年6月30日',
      '县教育局',
      'yiwu-jiaoyu',
      wide,
    ],
    [
      '学生管理',
      '优待政策和学生资助',
      '资助政策、申请条件、流程',
      '【规范性文件】《国务院关于进一步完善城乡义务教育经费保障机制的通知》',
      '长期公开',
      '县教育局',
      'yiwu-jiaoyu',
      wide,
    ],
  ],
  扶贫: [
    [
      '项目管理',
      '巩固拓展脱贫攻坚成果项目和资金',
      '项目名称、内容、资金、绩效目标、完成情况',
      '【规范性文件】《关于完善扶贫资金项目公告公示制度的指导意见》',
      usualLimit,
      '县农业农村局',
      'fd-livelihood-policies',
      wide,
    ],
  ],
  救灾: [
    [
      '灾后救助',
      '救助对象、款物和标准',
      '自然灾害救助政策、款物分配、发放结果',
      '【行政法规】《自然灾害救助条例》',
      usualLimit,
      '县应急管理局',
      'fd-emergency',
      wide,
    ],
  ],
  市政服务: [
    [
      '城镇供水',
      '水质和停水信息',
      '水质检测结果、计划停水通知',
      '【部门规章】《供水企业信息公开实施办法》',
      '每月15日',
      '县住房和城乡建设局',
      'fd-xs-municipal-works',
      wide,
    ],
  ],
}

const pilot = Object.entries(lines).flatMap(
  ([field, rows]) =>
  rows.map(([item1, item2, elements, basis, limitText, bodyText, column, channels]): StartingEntry => ({
    kind: 'government', field, item1, item2, elements, basis, limitText, bodyText, unitKinds: bodyText === '各部门' ? ['department'] : [], channels: channels ?? web, statutoryItem: null, columns: [column],
  })), // prettier-ignore
)

export const startingEntries: readonly StartingEntry[] = [...platform, ...statutory, ...pilot]
