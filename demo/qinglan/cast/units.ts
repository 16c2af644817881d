// The units of 青岚县: invented, as their codes are.
import type { UnitKind } from '../../../src/modules/organization/law/unit-kinds.ts'

interface UnitLine {
  readonly kind: UnitKind
  readonly parent: string | null
  readonly name: string
  readonly short: string
  /** Number in the invented codes `MBQL09xx`. */
  readonly code: number
  /** 机关代字 of its documents. */
  readonly sign: string
  readonly duties: string
  readonly address: string
  readonly phone: string
  readonly sections: readonly string[]
  readonly staffed: boolean
  /** First day; most were set up or confirmed in the reform of 2019. */
  readonly from?: string
}

const department = (name: string, short: string, code: number, sign: string, address: string, phone: string, sections: readonly string[], duties: string): UnitLine => ({
  kind: 'department', parent: 'gov', name, short, code, sign, duties, address, phone, sections, staffed: true,
}) // prettier-ignore

const township = (kind: 'town' | 'street', name: string, code: number, sign: string, address: string, phone: string, duties: string): UnitLine => ({
  kind, parent: 'gov', name: kind === 'town' ? `${name}人民政府` : `青岚县人民政府${name}办事处`, short: name, code, sign, duties, address, phone, staffed: kind === 'town',
  sections: ['党政综合办公室', kind === 'town' ? '农业农村综合服务中心' : '公共服务办公室'],
}) // prettier-ignore

const village = (parent: string, town: string, name: string, code: number, households: number): UnitLine => ({
  kind: 'village', parent, name: `${town}${name}民委员会`, short: name, code, sign: '', address: `青岚县${town}${name}`, phone: '', sections: [], staffed: false,
  duties: `办理本村的公共事务和公益事业，调解民间纠纷，协助维护社会治安，向镇人民政府反映村民的意见、要求和提出建议。全村${households}户。`,
}) // prettier-ignore

export const units = {
  gov: {
    kind: 'government',
    parent: null,
    name: '青岚县人民政府',
    short: '县政府',
    code: 1,
    sign: '青政',
    address: '青岚县城关街道人民路1号',
    phone: '0960-5021001',
    sections: [],
    staffed: true,
    duties:
      '执行县人民代表大会及其常务委员会的决议和上级国家行政机关的决定和命令，规定行政措施，发布决定和命令；领导所属各工作部门和镇人民政府、街道办事处的工作；管理全县经济、教育、科学、文化、卫生、体育、城乡建设和财政、民政、公安、司法行政等行政工作。',
  },
  zfb: department(
    '青岚县人民政府办公室',
    '县政府办',
    2,
    '青政办',
    '青岚县城关街道人民路1号县政府办公楼三层',
    '0960-5021088',
    ['综合科', '政务公开科', '文电科', '督查科'],
    '协助县政府领导处理县政府日常工作；承担县政府文电、会务和督查工作；主管全县政府信息公开工作，指导、监督各镇、街道和部门的政务公开；承担县政府网站内容管理和政府公报编辑。',
  ),
  fgj: department(
    '青岚县发展和改革局',
    '县发展改革局',
    3,
    '青发改',
    '青岚县城关街道人民路18号',
    '0960-5022110',
    ['办公室', '固定资产投资科', '统计科'],
    '拟订并组织实施国民经济和社会发展规划、年度计划；按权限审批、核准、备案固定资产投资项目；承担价格管理和粮食流通管理；加挂县统计局牌子，组织统计调查，发布统计信息。',
  ),
  jyj: department(
    '青岚县教育局',
    '县教育局',
    4,
    '青教',
    '青岚县城关街道学府路6号',
    '0960-5022130',
    ['办公室', '基础教育科', '人事科'],
    '贯彻党的教育方针，拟订全县教育事业发展规划；管理义务教育、普通高中教育、学前教育和特殊教育；负责招生入学、学生资助、学籍管理和教师队伍建设；指导学校安全工作。',
  ),
  mzj: department(
    '青岚县民政局',
    '县民政局',
    5,
    '青民',
    '青岚县东湖街道福康路22号',
    '0960-5022150',
    ['办公室', '社会救助科', '养老服务科'],
    '承担城乡居民最低生活保障、特困人员救助供养、临时救助工作；管理养老服务、残疾人权益保护、儿童福利、殡葬和婚姻登记；负责社会组织登记、行政区划和地名管理；指导基层政权建设和社区治理。',
  ),
  czj: department(
    '青岚县财政局',
    '县财政局',
    6,
    '青财',
    '青岚县城关街道人民路20号',
    '0960-5022170',
    ['办公室', '预算科', '政府采购科'],
    '编制年度县级预算草案并组织执行，编制县级决算；管理政府非税收入、国库和政府债务；监督管理政府采购；管理行政事业单位国有资产；监督财税法规的执行。',
  ),
  rsj: department(
    '青岚县人力资源和社会保障局',
    '县人社局',
    7,
    '青人社',
    '青岚县东湖街道创业路9号',
    '0960-5022190',
    ['办公室', '就业促进科', '事业单位人事管理科'],
    '拟订人力资源和社会保障事业发展规划；负责促进就业、职业技能培训和创业扶持；管理社会保险经办；承担事业单位公开招聘、职称评审和工资福利管理；处理劳动人事争议。',
  ),
  zrj: department(
    '青岚县自然资源局',
    '县自然资源局',
    8,
    '青自然资',
    '青岚县北坪街道规划路3号',
    '0960-5022210',
    ['办公室', '耕地保护科', '国土空间规划科'],
    '履行自然资源资产所有者职责和国土空间用途管制职责；编制国土空间规划；办理建设用地审查报批、土地征收组织实施、不动产统一登记；保护耕地，监督管理矿产资源和地质灾害防治。',
  ),
  zjj: department(
    '青岚县住房和城乡建设局',
    '县住建局',
    9,
    '青住建',
    '青岚县东湖街道建设路15号',
    '0960-5022230',
    ['办公室', '住房保障科', '工程质量安全科'],
    '管理住房保障、房地产市场和物业服务；监督管理建筑市场、工程质量和施工安全；负责城镇市政公用设施、供水、燃气、供热行业管理；组织实施农村危房改造和城镇老旧小区改造。',
  ),
  hbj: department(
    '澜平市生态环境局青岚分局',
    '市生态环境局青岚分局',
    10,
    '青环',
    '青岚县北坪街道绿洲路8号',
    '0960-5022250',
    ['办公室', '环境监测科', '行政审批科'],
    '负责辖区大气、水、土壤等污染防治的监督管理；承担建设项目环境影响评价审批、排污许可和环境监测；调查处理环境污染事件和生态破坏事件；发布环境质量信息。',
  ),
  nyj: department(
    '青岚县农业农村局',
    '县农业农村局',
    11,
    '青农',
    '青岚县北坪街道丰收路12号',
    '0960-5022270',
    ['办公室', '种植业管理科', '农村合作经济科'],
    '统筹推动发展农村社会事业、乡村产业和农村人居环境整治；管理种植业、畜牧业、渔业和农业机械化；指导农村土地承包和宅基地管理；监督农产品质量安全；组织兑付涉农补贴。',
  ),
  wjj: department(
    '青岚县卫生健康局',
    '县卫生健康局',
    12,
    '青卫健',
    '青岚县东湖街道健康路5号',
    '0960-5022290',
    ['办公室', '疾病预防控制科', '医政医管科'],
    '拟订卫生健康事业发展规划；组织开展疾病预防控制和卫生应急；管理医疗机构和医疗服务行业；推进基本公共卫生服务、妇幼健康和老龄健康工作；承担公共场所和饮用水卫生监督。',
  ),
  scj: department(
    '青岚县市场监督管理局',
    '县市场监管局',
    13,
    '青市监',
    '青岚县城关街道诚信路7号',
    '0960-5022310',
    ['办公室', '食品安全监管科', '行政执法科'],
    '负责市场主体登记注册、信用监管和反不正当竞争执法；监督管理食品、药品、医疗器械、化妆品和特种设备安全；管理计量、标准、认证认可和知识产权；受理消费者投诉举报。',
  ),
  cgjd: township(
    'street',
    '城关街道',
    21,
    '青城办',
    '青岚县城关街道钟楼巷11号',
    '0960-5023010',
    '辖6个社区。承担辖区公共服务、公共管理、公共安全工作，组织社区居民自治，协调辖区单位参与社区建设。',
  ),
  dhjd: township(
    'street',
    '东湖街道',
    22,
    '青东办',
    '青岚县东湖街道湖滨路30号',
    '0960-5023020',
    '辖5个社区。负责辖区民政、就业、社会保险服务，统筹环境卫生、物业服务监督和综合行政执法。',
  ),
  bpjd: township(
    'street',
    '北坪街道',
    23,
    '青北办',
    '青岚县北坪街道坪安路2号',
    '0960-5023030',
    '辖4个社区。服务辖区工业园区企业，承担安全生产、生态环境网格巡查和流动人口服务管理。',
  ),
  hkz: township(
    'town',
    '河口镇',
    24,
    '河政',
    '青岚县河口镇滨河街1号',
    '0960-5023040',
    '辖9个行政村、1个社区。发展河谷蔬菜和渡口商贸，承担农田水利管护、防汛、社会救助和乡村建设。',
  ),
  llz: township(
    'town',
    '柳林镇',
    25,
    '柳政',
    '青岚县柳林镇柳林街26号',
    '0960-5023050',
    '辖11个行政村。发展林果和养殖业，管理农村承包地、宅基地，组织实施村庄规划和农村人居环境整治。',
  ),
  sqz: township(
    'town',
    '石泉镇',
    26,
    '石政',
    '青岚县石泉镇泉水路5号',
    '0960-5023060',
    '辖8个行政村。统筹旱作农业、石材产业和地质灾害防治，做好易地搬迁后续扶持和基层治理。',
  ),
  qyz: township('town', '清源镇', 27, '清政', '青岚县清源镇梨花路10号', '0960-5023070', '辖10个行政村。承担水源地保护、梨产业发展、乡村旅游和民生保障。'),
  shangliu: village('llz', '柳林镇', '上柳村', 31, 312),
  liuwan: village('llz', '柳林镇', '柳湾村', 32, 274),
  dukou: village('hkz', '河口镇', '渡口村', 33, 408),
  shawo: village('hkz', '河口镇', '沙窝村', 34, 239),
  shimen: village('sqz', '石泉镇', '石门村', 35, 186),
  liyuan: village('qyz', '清源镇', '梨园村', 36, 351),
  xwb: {
    kind: 'party',
    parent: null,
    name: '中共青岚县委办公室',
    short: '县委办',
    code: 51,
    sign: '青办',
    address: '青岚县城关街道人民路3号县委办公楼二层',
    phone: '0960-5022088',
    sections: ['综合科', '党务公开科'],
    staffed: true,
    duties: '协助县委领导处理县委日常工作；承担县委文电、会务和督促检查工作；承担县委党务公开领导小组的日常工作。',
  },
} as const satisfies Record<string, UnitLine>

export type UnitKey = keyof typeof units

export const unitLines: readonly (readonly [UnitKey, UnitLine])[] = Object.entries(units) as [UnitKey, UnitLine][]
export const departments = unitLines.filter(([, unit]) => unit.kind === 'department').map(([key]) => key)

/** Bodies of before the reform of 2019, each with the one that took its place. */
export const formerUnits = [
  {
    name: '青岚县国土资源局',
    short: '县国土局',
    code: 41,
    into: 'zrj',
    kind: 'merged',
    lastDay: '2019-03-14',
    note: '根据县机构改革方案，国土资源职责划入县自然资源局。',
  },
  {
    name: '青岚县城乡规划局',
    short: '县规划局',
    code: 42,
    into: 'zrj',
    kind: 'merged',
    lastDay: '2019-03-14',
    note: '根据县机构改革方案，城乡规划职责划入县自然资源局。',
  },
  {
    name: '青岚县卫生和计划生育局',
    short: '县卫计局',
    code: 43,
    into: 'wjj',
    kind: 'renamed',
    lastDay: '2019-03-18',
    note: '组建县卫生健康局，不再保留县卫生和计划生育局。',
  },
] as const
