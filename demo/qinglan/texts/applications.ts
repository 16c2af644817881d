// What people of the county asked its offices for, from 2018 on: who, when, by which way, and for what.
import { addDays, day, type Day } from '../../../src/kernel/day.ts'
import type { ApplicantKind } from '../../../src/modules/requests/law/applicants.ts'
import { channels, type ChannelName } from '../../../src/modules/requests/law/channels.ts'
import type { UnitKey } from '../cast/units.ts'
import { workdayFrom } from './workdays.ts'
import { between, choose } from './words.ts'

export interface Asking {
  /** The same on every build: all choices about it hang on this word. */
  readonly key: string
  readonly unit: UnitKey
  readonly on: Day
  readonly channel: ChannelName
  readonly who: string
  readonly kind: ApplicantKind
  readonly subject: string
  readonly text: string
}

/** How many of a year; with those that are told one by one there are four hundred by the end of 2026. */
const perYear: Readonly<Record<number, number>> = { 2018: 18, 2019: 28, 2020: 36, 2021: 44, 2022: 48, 2023: 52, 2024: 54, 2025: 58, 2026: 45 }

const asksOf: Readonly<Partial<Record<UnitKey, readonly string[]>>> = {
  jyj: ['义务教育学校招生计划', '中小学校舍安全鉴定结果', '教师职称评审通过人员名单', '学生营养改善计划资金使用情况', '民办培训机构审批材料', '校服采购合同', '课后服务收费标准依据', '教育费附加安排明细'],
  mzj: ['城乡最低生活保障对象名单', '临时救助资金发放汇总表', '养老服务设施建设补助明细', '社会团体年检结论', '殡葬服务收费标准', '特困人员供养标准文件', '行政区划调整批复', '慈善捐赠物资分配清单'],
  zjj: ['老旧小区改造实施方案', '商品房预售资金监管协议', '公租房分配结果', '建设工程规划条件', '房屋征收补偿方案', '物业服务企业信用评价结果', '危房鉴定报告', '污水处理厂提标工程施工合同'],
  wjj: ['基本公共卫生服务考核结果', '乡村医生补助发放表', '医疗机构执业登记材料', '疫苗接种异常反应处置汇总', '县医院设备采购合同', '计划生育奖励扶助名单', '饮用水卫生监测数据', '医疗纠纷处理统计'],
  czj: ['惠民惠农补贴“一卡通”发放汇总', '政府采购投诉处理决定', '部门预算批复', '地方政府债券资金使用情况', '行政事业性收费目录', '国有资产处置结果', '扶贫资金绩效评价报告', '非税收入统计表'],
  scj: ['食品抽检不合格处置情况', '企业登记档案', '特种设备检验报告', '价格违法行为处罚决定书', '药品零售企业许可材料', '电梯维保单位名单', '广告违法案件处理结果', '计量检定收费依据'],
  fgj: ['重大项目审批文件', '居民用水价格成本监审结论', '粮食储备轮换计划', '固定资产投资项目备案材料', '天然气价格调整依据', '易地扶贫搬迁项目验收报告', '统计年鉴', '节能审查意见'],
  hkz: ['土地承包经营权确权登记材料', '高标准农田项目占地补偿表', '村级公益事业“一事一议”奖补明细', '危房改造对象名单', '河道清淤工程结算', '征地补偿安置方案', '镇政府预算执行情况', '村干部报酬发放情况'],
  zfb: ['县政府常务会议纪要', '县政府公报过刊', '12345热线办理统计', '县领导分工文件', '政府网站运行维护合同', '机构改革“三定”规定', '建议提案办理结果', '规范性文件清理结果'],
} // prettier-ignore

const surnames = [
  '赵',
  '钱',
  '孙',
  '李',
  '周',
  '吴',
  '郑',
  '王',
  '冯',
  '陈',
  '褚',
  '卫',
  '蒋',
  '沈',
  '韩',
  '杨',
  '朱',
  '秦',
  '许',
  '何',
  '吕',
  '施',
  '张',
  '孔',
]
const given = ['秀兰', '建国', '文博', '雨晴', '志强', '桂芳', '海涛', '晓燕', '立新', '玉珍', '子轩', '春梅', '国栋', '思远', '凤英', '永康', '佳宁', '德福']

const organisations: Readonly<Record<Exclude<ApplicantKind, 'person'>, readonly string[]>> = {
  business: ['青岚恒达建筑有限公司', '青岚绿野农业发展有限公司', '青岚鼎新物业服务有限公司', '青岚汇民超市有限公司'],
  research: ['青岚县农业科学研究所', '陇原县域经济研究中心'],
  welfare: ['青岚县助学志愿者协会', '青岚县老年服务促进会', '青岚河流守护者协会'],
  legal: ['青岚清源律师事务所', '青岚正衡法律服务所'],
  other: ['城关街道业主委员会筹备组', '青岚县个体劳动者协会'],
}

const kinds: readonly ApplicantKind[] = ['person', 'person', 'business', 'person', 'person', 'legal', 'person', 'person', 'welfare', 'person', 'business', 'person', 'research', 'person', 'other', 'person'] // prettier-ignore

function askingOf(year: number, at: number, count: number): Asking {
  const key = `application/${year}/${at}`
  const unit = choose(`${key}/unit`, ...(Object.keys(asksOf) as UnitKey[]))
  const kind = choose(`${key}/kind`, ...kinds)
  const subject = choose(`${key}/subject`, ...(asksOf[unit] ?? []))
  const of = year - between(`${key}/of`, 0, 2)
  const who = kind === 'person' ? `${choose(`${key}/surname`, ...surnames)}${choose(`${key}/given`, ...given)}` : choose(`${key}/who`, ...organisations[kind])
  const text = choose(
    `${key}/text`,
    `${of}年${subject}，请提供全文。`,
    `申请公开${of}年以来${subject}及其附件。`,
    `请公开${subject}（${of}年），要求提供加盖公章的复印件。`,
    `${of}年${subject}所依据的文件和有关批复。`,
  )
  const first = day(`${year}-01-04`)
  return {
    key,
    unit,
    on: workdayFrom(addDays(first, Math.floor((at * 356) / count))),
    channel: choose(`${key}/channel`, ...(Object.keys(channels) as ChannelName[])),
    who,
    kind,
    subject: `${of}年${subject}`,
    text,
  }
}

/** In the order in which they came. */
export const askings = (): Asking[] =>
  Object.entries(perYear).flatMap(([year, count]) => Array.from({ length: count }, (_, at) => askingOf(Number(year), at, count)))
