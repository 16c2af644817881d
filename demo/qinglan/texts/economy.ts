// Statistics bulletins, quarterly indicators and the reports on the work of the government.
import type { Story } from '../story.ts'
import { figuresOf } from './figures.ts'
import { between, choose, decimal, p, sections, signed, table, to } from './words.ts'
import { onOrAfter } from './workdays.ts'

const crops = [
  '玉米和小麦单产均有提高',
  '小杂粮种植面积继续扩大',
  '旱作节水技术推广到全部产粮镇',
  '设施蔬菜产量增长较快',
  '梨、苹果等优势果品提质增效',
  '肉牛存栏稳步增加',
  '中药材标准化基地初具规模',
]
const industry = [
  '园区供水供电条件改善',
  '新增规模以上工业企业3户',
  '建材企业完成超低排放改造',
  '农产品加工业产值增长9%以上',
  '光伏发电并网容量增加',
  '工业用电量同比增长6.8%',
  '技改投资占工业投资的三成',
]
const life = [
  '新建改建农村公路63公里',
  '全县镇卫生院全部达到基本标准',
  '新增公办幼儿园学位360个',
  '农村自来水普及率达到96%',
  '县城新增公共停车泊位420个',
  '居家养老服务覆盖全部社区',
  '城镇登记失业人员再就业超过600人',
]

function bulletin(year: number): Story {
  const [now, before] = [figuresOf(year), figuresOf(year - 1)]
  const on = onOrAfter(year + 1, 4, 8 + (year % 7))
  const rise = (a: number, b: number): string => `${(((a - b) / b) * 100).toFixed(1)}%`
  const population = Number(now.people)
  const body =
    p(`${year}年，全县上下坚持稳中求进工作总基调，经济运行总体平稳，民生保障继续加强。现将主要统计数据公布如下。`) +
    sections(
      [
        '综合',
        `初步核算，全年地区生产总值${now.gdp}亿元，按不变价格计算，比上年增长${now.growth}%。其中，第一产业增加值${now.primary}亿元，第二产业增加值${now.secondary}亿元，第三产业增加值${now.tertiary}亿元。三次产业结构为${((now.primary / now.gdp) * 100).toFixed(1)}∶${((now.secondary / now.gdp) * 100).toFixed(1)}∶${((now.tertiary / now.gdp) * 100).toFixed(1)}。`,
        `年末全县常住人口${now.people}万人，常住人口城镇化率${(38.2 + (year - 2018) * 0.9).toFixed(1)}%。全年出生人口${between(`${year}/b`, 1380, 1790)}人，死亡人口${between(`${year}/d`, 1690, 1880)}人。城镇新增就业${now.jobs}人。`,
      ],
      [
        '农业',
        `全年粮食总产量${now.grain}万吨。${choose(`${year}/c`, ...crops)}，${choose(`${year}/c2`, '农业科技贡献率稳步提升', '高标准农田建设完成年度任务', '农作物耕种收综合机械化率比上年提高1.2个百分点')}。年末大牲畜存栏${decimal(`${year}/cattle`, 2.1, 3.4)}万头，生猪出栏${decimal(`${year}/pig`, 6.8, 8.9)}万头。`,
      ],
      [
        '工业和建筑业',
        `全部工业增加值比上年增长${decimal(`${year}/ind`, 3.1, 8.2)}%，${choose(`${year}/i`, ...industry)}。具有资质等级的建筑业企业${between(`${year}/bu`, 11, 16)}户，全年实现建筑业总产值${decimal(`${year}/bv`, 9.8, 13.6)}亿元。`,
      ],
      [
        '固定资产投资',
        `全年固定资产投资（不含农户）比上年增长${now.investmentGrowth}%。其中，第一产业投资增长${decimal(`${year}/i1`, 1, 12)}%，第二产业投资增长${decimal(`${year}/i2`, 2, 15)}%，第三产业投资增长${decimal(`${year}/i3`, 1, 8)}%。`,
      ],
      [
        '国内贸易和财政',
        `全年社会消费品零售总额${now.retail}亿元。一般公共预算收入${now.revenue}万元，比上年${now.revenue >= before.revenue ? `增长${rise(now.revenue, before.revenue)}` : `下降${rise(before.revenue, now.revenue)}`}；一般公共预算支出${now.expenditure}万元，其中民生支出占${decimal(`${year}/ms`, 81, 84)}%。`,
      ],
      [
        '人民生活和社会保障',
        `全体居民收入稳步增长。城镇居民人均可支配收入${now.urbanIncome}元，增长${rise(now.urbanIncome, before.urbanIncome)}；农村居民人均可支配收入${now.ruralIncome}元，增长${rise(now.ruralIncome, before.ruralIncome)}。${choose(`${year}/l`, ...life)}。`,
      ],
      [
        '主要指标',
        table(
          ['指标', '单位', `${year}年`, `${year - 1}年`],
          [
            ['地区生产总值', '亿元', now.gdp.toFixed(1), before.gdp.toFixed(1)],
            ['第一产业增加值', '亿元', now.primary.toFixed(1), before.primary.toFixed(1)],
            ['第二产业增加值', '亿元', now.secondary.toFixed(1), before.secondary.toFixed(1)],
            ['第三产业增加值', '亿元', now.tertiary.toFixed(1), before.tertiary.toFixed(1)],
            ['人均地区生产总值', '元', Math.round((now.gdp / population) * 10_000), Math.round((before.gdp / Number(before.people)) * 10_000)],
            ['粮食总产量', '万吨', now.grain, before.grain],
            ['城镇居民人均可支配收入', '元', now.urbanIncome, before.urbanIncome],
            ['农村居民人均可支配收入', '元', now.ruralIncome, before.ruralIncome],
          ],
        ),
      ],
    ) +
    p(
      '注：1．本公报所列数据为初步统计数。2．地区生产总值和各产业增加值绝对数按现价计算，增长速度按不变价格计算。3．部分数据因四舍五入存在总计与分项合计不等的情况。',
    ) +
    signed('青岚县发展和改革局（青岚县统计局）', on)
  return {
    key: `bulletin-${year}`, unit: 'fgj', title: `青岚县${year}年国民经济和社会发展统计公报`, kind: '公报', theme: ['国民经济管理、国有资产监管', '统计'], columns: ['fd-statistics'],
    keywords: ['统计公报', '地区生产总值', '人均可支配收入'], summary: `公布青岚县${year}年综合、农业、工业和建筑业、投资、贸易、财政和人民生活等主要统计数据。`, draftedOn: on, body,
  } // prettier-ignore
}

const quarterNames = ['一季度', '上半年', '前三季度', '全年'] as const

function quarter(year: number, number: number): Story {
  const whole = figuresOf(year)
  const share = [0.206, 0.437, 0.706, 1][number - 1]!
  const of = `${year}q${number}`
  const name = quarterNames[number - 1]!
  const on = number === 4 ? onOrAfter(year + 1, 1, 26) : onOrAfter(year, number * 3 + 1, 24)
  const row = (label: string, unit: string, amount: number, low: number, high: number): [string, string, string, string] => [
    label,
    unit,
    amount.toFixed(unit === '元' ? 0 : 1),
    decimal(`${of}/${label}`, low, high),
  ]
  const rows = [
    row('地区生产总值', '亿元', whole.gdp * share, 4.3, 6.4), row('第一产业增加值', '亿元', whole.primary * share * (number < 3 ? 0.7 : 1), 3.9, 5.8), row('规模以上工业增加值', '亿元', whole.secondary * share * 0.62, 3.2, 8.1),
    row('社会消费品零售总额', '亿元', Number(whole.retail) * share, 2.6, 7.5), row('一般公共预算收入', '亿元', (whole.revenue / 10_000) * share, 1.8, 8.8), row('城镇居民人均可支配收入', '元', whole.urbanIncome * share, 4.6, 6.1), row('农村居民人均可支配收入', '元', whole.ruralIncome * share, 6.2, 8.4),
  ] // prettier-ignore
  const best = rows.toSorted((a, b) => Number(b[3]) - Number(a[3]))[0]!
  return {
    key: `indicators-${of}`, unit: 'fgj', title: `青岚县${year}年${name}主要经济指标`, kind: '其他', theme: ['国民经济管理、国有资产监管', '统计'], columns: ['fd-statistics'], keywords: ['经济指标', '统计数据', `${year}年${name}`], draftedOn: on,
    body:
      p(`${year}年${name}，全县经济${choose(of, '运行总体平稳、稳中有进', '保持恢复向好态势', '延续稳步增长，结构继续优化')}。主要指标中，${best[0]}增长较快，同比增长${best[3]}%。${choose(`${of}/2`, '下一步将加强重点行业和重点企业监测，及时协调用工、用电和融资问题。', '受上年基数影响，部分指标增速有所波动，但全年目标有望实现。', '投资项目开工率好于上年同期，消费市场继续回暖。')}`) +
      table(['指标', '计量单位', '累计', '同比增长（%）'], rows, `${year}年${name}主要经济指标完成情况`) +
      p('说明：地区生产总值增速按不变价格计算；规模以上工业统计范围为年主营业务收入2000万元及以上的工业企业。'),
  } // prettier-ignore
}

const themesOfYear: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2020: ['打赢脱贫攻坚战', '完成剩余易地搬迁户入住，复核全部脱贫户收入', '县城集中供水二期工程', '开办职业技能培训班42期'],
  2021: ['实现“十四五”良好开局', '编制完成县域国土空间总体规划初稿', '城关至石泉二级公路改建', '新建2所公办幼儿园'],
  2022: ['稳住经济基本盘', '兑现助企纾困资金1860万元', '河口镇灌区配套改造', '改造城镇老旧小区12个'],
  2023: ['推动经济恢复和高质量发展', '引进农产品加工项目6个', '东湖片区雨污分流工程', '县中医医院住院楼投入使用'],
  2024: ['加快农业强县建设', '新建高标准农田3.2万亩', '清源镇水源地保护工程', '城区新增停车泊位420个'],
  2025: ['全面完成“十四五”规划目标', '工业园区标准化厂房二期交付', '石泉镇地质灾害避险搬迁', '农村互助养老点覆盖全部行政村'],
  2026: ['实现“十五五”良好开局', '建设县级冷链物流中心', '城区供热管网更新改造', '县第二小学扩建工程'],
}

function workReport(year: number): Story {
  const [aim, first, project, care] = themesOfYear[year]!
  const [last, next] = [figuresOf(year - 1), figuresOf(year)]
  const on = onOrAfter(year, 1, 13 + (year % 6))
  return {
    key: `work-report-${year}`, unit: 'gov', title: `青岚县${year}年政府工作报告`, kind: '报告', theme: ['综合政务', '其他'], columns: ['fd-planning', 'yaowen'], keywords: ['政府工作报告', `${year}年工作安排`], important: true,
    summary: `回顾${year - 1}年工作，提出${year}年经济社会发展的主要目标和重点工作。`, draftedOn: on,
    body:
      p(`——${year}年1月在县人民代表大会会议上`) + to('各位代表') + p('现在，我代表县人民政府向大会报告工作，请予审议，并请列席人员提出意见。') +
      sections(
        [`${year - 1}年工作回顾`, `过去一年，我们在市委、市政府和县委的坚强领导下，较好完成了县人民代表大会确定的各项任务。全县地区生产总值达到${last.gdp}亿元，增长${last.growth}%；一般公共预算收入${last.revenue}万元；城镇和农村居民人均可支配收入分别达到${last.urbanIncome}元、${last.ruralIncome}元；城镇新增就业${last.jobs}人。`,
          `#（一）产业基础更加稳固`, `粮食总产量达到${last.grain}万吨，${choose(`wr${year}a`, ...crops)}，${choose(`wr${year}b`, ...industry)}。`, '#（二）城乡面貌持续改善', `${choose(`wr${year}c`, '城区主要街道完成慢行系统改造', '三条入城道路绿化提升全部完工', '城区生活垃圾分类试点扩大到15个小区')}，农村生活垃圾收运覆盖全部行政村，空气质量优良天数比例达到${between(`wr${year}air`, 88, 94)}%。`, '#（三）民生福祉不断增进', `${choose(`wr${year}d`, ...life)}，民生支出占一般公共预算支出的八成以上。办理人大代表建议${between(`wr${year}e`, 41, 68)}件、政协委员提案${between(`wr${year}f`, 52, 79)}件，办复率100%。`,
          '同时也要看到，我县经济总量偏小、产业链条较短、财政收支矛盾突出、公共服务还有短板，少数干部作风不够扎实。对此，我们将采取有力措施加以解决。'],
        [`${year}年主要目标和重点工作`, `今年全县经济社会发展的主要预期目标是：地区生产总值增长${next.growth}%左右，固定资产投资增长${(Number(next.investmentGrowth) - 0.5).toFixed(1)}%左右，城镇新增就业1600人以上，居民收入增长与经济增长同步。围绕${aim}，重点做好以下工作：`,
          `#（一）${aim}`, `${first}，健全重点项目领导包抓机制，全年实施重点项目${between(`wr${year}g`, 46, 72)}个。`, '#（二）补齐基础设施短板', `实施${project}，同步推进配套管网、通村道路和农田水利建设。`, '#（三）办好民生实事', `${care}，落实就业优先政策，完善社会救助和养老服务体系，办好群众关心的十件实事。`, '#（四）守住安全底线', '压实安全生产责任，抓好防汛抗旱、森林草原防火和食品药品安全，妥善化解基层矛盾纠纷。'],
        ['加强政府自身建设', '坚持依法行政，自觉接受人大法律监督、政协民主监督和社会监督；持续推进政务公开，凡应公开的及时公开；严格财政预算管理，把过紧日子的要求落到实处；大兴调查研究，力戒形式主义、官僚主义。'],
      ) + p('各位代表，蓝图已经绘就，实干成就未来。让我们同心协力，真抓实干，为建设富裕、宜居、和美的青岚而努力奋斗！'),
  } // prettier-ignore
}

const years = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, at) => first + at)

export const economy: readonly Story[] = [
  ...years(2019, 2025).map(bulletin),
  ...[2023, 2024, 2025].flatMap((year) => [1, 2, 3, 4].map((number) => quarter(year, number))),
  ...[1, 2, 3].map((number) => quarter(2026, number)),
  ...years(2020, 2026).map(workReport),
]
