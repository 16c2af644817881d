// What is measured and counted month by month: water, air, food, social relief.
import { day } from '../../../src/kernel/day.ts'
import { workbook } from '../files.ts'
import type { Story } from '../story.ts'
import { between, choose, decimal, money, p, table } from './words.ts'
import { onOrAfter } from './workdays.ts'

const season = (number: number): string => ['一', '二', '三', '四'][number - 1]!
const afterQuarter = (year: number, number: number, date: number) => (number === 4 ? onOrAfter(year + 1, 1, date) : onOrAfter(year, number * 3 + 1, date))

function water(year: number, number: number): Story {
  const of = `water/${year}q${number}`
  const on = afterQuarter(year, number, 14)
  const sources = ['清源水库', '石泉地下水源', '东湖备用水源']
  return {
    key: `water-${year}q${number}`, unit: 'hbj', title: `青岚县${year}年第${season(number)}季度集中式生活饮用水水源水质状况报告`, kind: '报告', theme: ['城乡建设、环境保护', '环境监测、保护与治理'], columns: ['huanjing-baohu', 'fd-inspection'], keywords: ['饮用水水源', '水质监测'], draftedOn: on,
    body:
      p(`按照饮用水水源监测计划，${year}年第${season(number)}季度对全县3个集中式生活饮用水水源开展了监测。`) +
      table(['水源名称', '类型', '监测项目数', 'pH', '高锰酸盐指数（mg/L）', '氨氮（mg/L）', '水质类别', '达标情况'], sources.map((source, at) => [source, at === 1 ? '地下水' : '地表水', at === 1 ? 39 : 61, decimal(`${of}/${source}/ph`, 7.3, 8.2), decimal(`${of}/${source}/mn`, 0.8, 2.9, 2), decimal(`${of}/${source}/n`, 0.02, 0.31, 2), choose(`${of}/${source}`, 'Ⅱ类', 'Ⅱ类', 'Ⅲ类'), '达标'])) +
      p(`本季度3个水源取水量共${decimal(`${of}/take`, 148, 212)}万吨，达标水量比例100%。${choose(`${of}/say`, '与上季度相比，水质保持稳定。', '清源水库高锰酸盐指数略有下降，与上游退耕还湿有关。', `受${number === 3 ? '汛期降水' : '枯水期'}影响，部分指标有小幅波动，均优于标准限值。`, '对一级保护区围网破损处进行了修复。')}`, '评价依据：地表水源执行《地表水环境质量标准》（GB 3838—2002）Ⅲ类标准，地下水源执行《地下水质量标准》（GB/T 14848—2017）Ⅲ类标准。'),
  } // prettier-ignore
}

function air(year: number, month: number): Story {
  const of = `air/${year}-${month}`
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const winter = month <= 3 || month >= 11
  const poor = between(of, winter ? 2 : 0, winter ? 5 : 2)
  const excellent = between(`${of}/e`, winter ? 6 : 12, winter ? 12 : 19)
  const on = month === 12 ? onOrAfter(year + 1, 1, 8) : onOrAfter(year, month + 1, 8)
  return {
    key: `air-${year}-${month}`, unit: 'hbj', title: `青岚县${year}年${month}月环境空气质量状况`, kind: '其他', theme: ['城乡建设、环境保护', '环境监测、保护与治理'], columns: ['huanjing-baohu'], keywords: ['空气质量', '优良天数'], draftedOn: on,
    body:
      p(`${year}年${month}月，县城环境空气质量有效监测${days}天，其中优${excellent}天、良${days - excellent - poor}天${poor > 0 ? `、轻度污染${poor}天，超标污染物为${month >= 5 && month <= 9 ? '臭氧' : month >= 3 && month <= 4 ? '可吸入颗粒物（沙尘）' : '细颗粒物'}` : ''}，优良天数比例${(((days - poor) / days) * 100).toFixed(1)}%。`) +
      table(['监测项目', '单位', '月均浓度', '国家二级标准'], [['可吸入颗粒物（PM10）', 'μg/m³', between(`${of}/10`, winter ? 62 : 38, winter ? 88 : 59), '70（年均）'], ['细颗粒物（PM2.5）', 'μg/m³', between(`${of}/25`, winter ? 31 : 14, winter ? 47 : 26), '35（年均）'], ['二氧化硫', 'μg/m³', between(`${of}/s`, 5, winter ? 17 : 9), '60（年均）'], ['二氧化氮', 'μg/m³', between(`${of}/n`, 12, 27), '40（年均）'], ['一氧化碳（第95百分位）', 'mg/m³', decimal(`${of}/c`, 0.6, 1.3), '4（日均）'], ['臭氧（第90百分位）', 'μg/m³', between(`${of}/o`, winter ? 82 : 118, winter ? 110 : 158), '160（8小时）']]) +
      p(choose(`${of}/s`, '本月组织工地扬尘检查两轮，督促整改问题11处。', '本月对12家重点企业的治理设施运行情况进行了现场检查。', '本月加密道路清扫和洒水频次，渣土车密闭运输率提高。', '本月开展餐饮油烟治理回头看，复查餐馆26家。', '本月联合镇、街道巡查秸秆露天焚烧，没有发现大面积焚烧。')),
  } // prettier-ignore
}

function relief(year: number, number: number): Story {
  const of = `relief/${year}q${number}`
  const on = afterQuarter(year, number, 10)
  const names = ['城关街道', '东湖街道', '北坪街道', '河口镇', '柳林镇', '石泉镇', '清源镇']
  const rows = names.map((name, at) => {
    const town = at > 2
    const households = between(`${name}/base`, town ? 160 : 58, town ? 290 : 110) + (2024 - year) * 3 - number + between(`${of}/${name}`, -4, 4)
    const people = Math.round(households * 1.72)
    return [name, households, people, people * (town ? 385 : 640) * 3] as const
  })
  const sum = (at: 1 | 2 | 3): number => rows.reduce((total, row) => total + row[at], 0)
  const list = [
    ...rows.map(([name, households, people, paid]) => [name, households, people, money(paid / 10_000)]),
    ['合计', sum(1), sum(2), money(sum(3) / 10_000)],
  ]
  return {
    key: `relief-${year}q${number}`, unit: 'mzj', title: `青岚县${year}年第${season(number)}季度城乡居民最低生活保障情况公示`, kind: '公告', theme: ['民政、扶贫、救灾', '社会福利'], columns: ['shehui-jiuzhu', 'fd-xs-social-assistance'], keywords: ['最低生活保障', '社会救助', '公示'], draftedOn: on,
    files: number === 4 ? [workbook(`青岚县${year}年第四季度低保情况统计表`, '低保统计', [['镇（街道）', '户数', '人数', '发放资金（万元）'], ...list])] : [],
    body:
      p(`现将${year}年第${season(number)}季度全县城乡居民最低生活保障情况公示如下。各镇、街道的保障对象名单在村（社区）公示栏长期公示，本表只列户数、人数和资金，不含个人信息。`) + table(['镇（街道）', '保障户数', '保障人数', '季度发放资金（万元）'], list) +
      p(`本季度新增${between(`${of}/new`, 12, 38)}户，退出${between(`${of}/out`, 14, 42)}户，退出原因主要是${choose(of, '家庭成员就业、收入提高', '保障对象去世和户籍迁出', '动态复核后收入超过标准')}。按照《青岚县临时救助实施办法》（${on < '2025-04-20' ? '青政发〔2021〕14号' : '青政发〔2025〕9号'}）实施临时救助${between(`${of}/tmp`, 46, 118)}人次，支出${decimal(`${of}/tmpm`, 9, 26, 2)}万元。`, `对公示内容有异议的，请在公示之日起7日内向县民政局社会救助科反映，电话：0960-5022152。`),
  } // prettier-ignore
}

const foods = ['粮食加工品', '食用油', '乳制品', '豆制品', '糕点', '酒类', '食用农产品', '餐饮食品', '调味品', '肉制品']
const faults = [
  ['散装花椒', '水分', '河口镇某综合商店'],
  ['自制馒头', '甜蜜素', '城关街道某面食店'],
  ['韭菜', '腐霉利', '东湖农贸市场某摊位'],
  ['餐具（小碗）', '阴离子合成洗涤剂', '北坪街道某快餐店'],
  ['散装白酒', '酒精度', '柳林镇某酒坊'],
  ['油炸面制品', '铝的残留量', '城关街道某早餐店'],
] as const

function food(year: number, issue: number): Story {
  const of = `food/${year}-${issue}`
  const on = onOrAfter(year, issue * 2 - 1, 18)
  const kinds = Array.from({ length: 5 }, (_, at) => foods[(issue * 3 + at + year) % foods.length]!)
  const rows = kinds.map((kind) => [kind, between(`${of}/${kind}`, 8, 24)] as const)
  const total = rows.reduce((sum, [, count]) => sum + count, 0)
  const [name, item, place] = faults[(issue + year) % faults.length]!
  return {
    key: `food-${year}-${issue}`, unit: 'scj', title: `青岚县市场监督管理局关于食品安全监督抽检情况的公告（${year}年第${issue}期）`, kind: '公告', theme: ['市场监管、安全生产监管', '食品药品监管'], columns: ['shipin-yaopin', 'fd-inspection'], keywords: ['食品安全', '监督抽检', '不合格'], draftedOn: on, number: `青市监公告〔${year}〕${issue}号`,
    body:
      p(`近期，县市场监督管理局组织抽检${kinds.length}大类食品共${total}批次样品，检出合格${total - 1}批次、不合格1批次，合格率${(((total - 1) / total) * 100).toFixed(2)}%。现公告如下。`) + table(['食品大类', '抽检批次', '合格批次'], rows.map(([kind, count], at) => [kind, count, at === issue % 5 ? count - 1 : count])) +
      p(`不合格样品为${place}销售的${name}，${item}项目不符合食品安全国家标准规定。`, `对抽检发现的不合格食品，我局已责令经营者立即下架、停止销售，查清流向，并依法立案调查。${choose(of, '请消费者购买时索取并保留票据。', '消费者如在市场上发现上述食品，请拨打12315投诉举报。', '处理结果将另行公开。')}`),
  } // prettier-ignore
}

/** How a column is filled without news: the text of the month before with another date. The map of the catalogue calls it 充数. */
const tapWater = (month: number): Story => ({
  key: `tap-water-2026-${month}`, unit: 'zjj', title: `青岚县城区2026年${month}月供水水质情况`, kind: '其他', theme: ['城乡建设、环境保护', '城乡建设（含住房）'], columns: ['fd-xs-municipal-works'], keywords: ['供水水质'], draftedOn: onOrAfter(2026, month + 1, 9),
  body: p(`2026年${month}月，县自来水公司对城区出厂水和8个管网末梢点进行了检测，检测项目43项，全部符合《生活饮用水卫生标准》，合格率100%。`, '本月没有计划停水。用户发现水质异常的，可以拨打供水服务热线。'),
}) // prettier-ignore

export const monitoring: readonly Story[] = [
  ...[9, 10].map(tapWater),
  {
    // a title and no content: 只有目录
    key: 'expropriation-decision-2026', unit: 'zjj', title: '北街片区国有土地上房屋征收决定公告', kind: '公告', theme: ['城乡建设、环境保护', '城市规划'], columns: ['zhengdi-chaiqian'], keywords: ['房屋征收'], draftedOn: day('2026-10-12'),
    body: p('公告全文张贴在征收范围内。'),
  },
  ...[2024, 2025].flatMap((year) => [1, 2, 3, 4].map((number) => water(year, number))), ...[1, 2, 3].map((number) => water(2026, number)),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((month) => air(2026, month)),
  ...[2024, 2025].flatMap((year) => [1, 2, 3, 4].map((number) => relief(year, number))), ...[1, 2, 3].map((number) => relief(2026, number)),
  ...[1, 2, 3, 4, 5, 6].map((issue) => food(2025, issue)), ...[1, 2, 3, 4, 5].map((issue) => food(2026, issue)),
  {
    key: 'wastewater-2026', unit: 'hbj', title: '青岚县2026年重点排污单位名录', kind: '公告', theme: ['城乡建设、环境保护', '环境监测、保护与治理'], columns: ['huanjing-baohu', 'fd-inspection'], keywords: ['重点排污单位', '名录'], draftedOn: day('2026-03-25'),
    body: p('根据《环境监管重点单位名录管理办法》，现公布青岚县2026年重点排污单位名录。列入名录的单位应当安装使用自动监测设备，如实公开环境信息。') + table(['序号', '单位名称', '类别', '所在地'], [[1, '青岚县污水处理厂', '水环境', '东湖街道'], [2, '青岚县岚峰水泥有限公司', '大气环境', '石泉镇'], [3, '青岚县恒暖供热有限公司', '大气环境', '北坪街道'], [4, '青岚县绿丰果蔬加工有限公司', '水环境', '清源镇'], [5, '青岚县生活垃圾填埋场', '水环境、土壤环境', '北坪街道'], [6, '青岚县人民医院', '水环境', '东湖街道']]),
  },
] // prettier-ignore
