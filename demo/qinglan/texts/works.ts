// Approvals of construction projects, public purchases, land and penalties.
import { day, type Day } from '../../../src/kernel/day.ts'
import { units, type UnitKey } from '../cast/units.ts'
import { workbook } from '../files.ts'
import type { Story } from '../story.ts'
import { between, choose, decimal, items, money, p, sections, signed, table, to } from './words.ts'
import { workdayFrom, workdaysAfter } from './workdays.ts'

/** Name, applicant, day, scale, total investment (万元), source, code. */
const approvals: readonly (readonly [string, string, string, string, number, string])[] = [
  ['青岚县第二小学扩建工程', '县教育局', '2026-02-09', '新建教学楼1栋4800平方米、运动场1处，增加学位540个', 2680, '上级专项资金和县级财政'],
  [
    '城区供热管网更新改造工程',
    '青岚县恒暖供热有限公司',
    '2026-03-24',
    '更换一级管网6.8公里、二级管网14.3公里，改造换热站9座',
    4315,
    '超长期特别国债和企业自筹',
  ],
  ['青岚县县级冷链物流中心建设项目', '青岚县供销集团有限公司', '2026-04-13', '建设冷库1.2万立方米、分拣车间3600平方米及配套道路', 5240, '企业自筹和银行贷款'],
  [
    '河口镇灌区续建配套与节水改造项目',
    '河口镇人民政府',
    '2022-03-07',
    '衬砌干支渠28公里，配套建筑物116座，改善灌溉面积1.4万亩',
    3860,
    '中央预算内投资和地方配套',
  ],
  ['石泉镇地质灾害避险搬迁安置点工程', '石泉镇人民政府', '2024-12-09', '建设安置住房62套，配套供水、供电、污水处理和护坡', 1975, '上级补助和群众自筹'],
  ['东湖片区雨污分流改造工程', '县住房和城乡建设局', '2023-04-03', '新建雨水管网9.2公里、污水管网7.6公里，改造泵站1座', 3128, '中央预算内投资和县级财政'],
  ['清源水库水源地保护工程', '清源镇人民政府', '2024-02-26', '建设隔离防护网11公里、生态沟渠4公里、监控点15处', 896, '水污染防治资金'],
  ['青岚县中医医院住院楼建设项目', '县中医医院', '2021-03-15', '新建住院楼9600平方米，设置床位120张', 4760, '中央预算内投资和医院自筹'],
  ['柳林镇至清源镇公路改建工程', '县交通运输事务中心', '2023-10-30', '改建三级公路12.7公里，路基宽7.5米，沥青混凝土路面', 6185, '车购税补助和县级配套'],
  ['青岚县生活垃圾分类转运站', '县住房和城乡建设局', '2025-06-09', '建设日处理120吨转运站1座，配置勾臂车8辆', 1540, '地方政府专项债券'],
  ['北坪工业园区标准化厂房二期', '青岚县兴园投资有限公司', '2025-02-24', '建设标准化厂房4栋2.6万平方米', 7310, '专项债券和企业自筹'],
]

const approvalStories = approvals.map(([name, applicant, on, scope, cost, source], at): Story => {
  const draftedOn = workdayFrom(day(on))
  const year = on.slice(0, 4)
  const number = `青发改批〔${year}〕${between(`approval/${name}`, 5, 96)}号`
  const code = `${year.slice(2)}${on.slice(5, 7)}-620990-04-01-${between(`code/${name}`, 110_000, 899_999)}`
  return {
    key: `approval-${at}`, unit: 'fgj', title: `青岚县发展和改革局关于${name}可行性研究报告的批复`, kind: '批复', theme: ['国民经济管理、国有资产监管', '重大建设项目'], columns: ['fd-major-projects', 'fd-licensing'], number, keywords: ['项目批复', '可行性研究', name], draftedOn, publishedOn: workdaysAfter(draftedOn, 3),
    files: at === 0 ? [workbook('投资估算汇总表', '投资估算', [['费用名称', '金额（万元）'], ['工程费用', cost * 0.81], ['工程建设其他费用', cost * 0.12], ['预备费', cost * 0.07], ['合计', cost]])] : [],
    body:
      to(applicant) + p(`你单位《关于审批${name}可行性研究报告的请示》及附件收悉。${choose(name, '经研究', '根据专家评审意见，经研究', '结合咨询机构评估报告，经研究')}，现批复如下：`) +
      sections(
        ['项目名称和代码', `${name}，投资项目统一代码：${code}。`], ['建设单位', `${applicant}。`], ['建设规模和内容', `${scope}。`], ['投资和资金来源', table(['费用名称', '金额（万元）'], [['工程费用', money(cost * 0.81)], ['工程建设其他费用', money(cost * 0.12)], ['预备费', money(cost * 0.07)], ['合计', money(cost)]]), `资金来源为${source}。`],
        ['建设工期', `${between(`months/${name}`, 8, 24)}个月。`], ['招标方案', cost > 400 ? '勘察、设计、施工、监理及重要材料采购全部委托招标，采用公开招标方式。' : '采用竞争性磋商方式。'],
        ['有关要求', choose(`${name}/req`, '请据此编制初步设计和概算，落实土地、环保、节能等条件后开工，严格控制投资规模。', '项目建设应当严格执行项目法人责任制、招标投标制、工程监理制和合同管理制，按时报送进度。', '本批复有效期两年，自发布之日起计算；需要延期的，应当在届满30日前申请。')],
      ) + signed('青岚县发展和改革局', draftedOn),
  } // prettier-ignore
})

const purchases: readonly (readonly [UnitKey, string, string, number, string, string])[] = [
  ['jyj', '中小学智慧黑板采购项目', '2025-05-19', 286, '公开招标', '澜平市启明电教设备有限公司'],
  ['wjj', '镇卫生院彩色超声诊断仪采购项目', '2025-08-11', 198, '公开招标', '川陇医疗器械有限公司'],
  ['zjj', '环卫车辆更新采购项目', '2024-09-23', 342, '公开招标', '澜平市洁净环卫装备有限公司'],
  ['scj', '2026年食品安全监督抽检服务', '2026-01-26', 96, '竞争性磋商', '澜平市谱测检验技术有限公司'],
  ['nyj', '高标准农田监理服务', '2025-03-31', 74, '竞争性磋商', '澜平市禾信工程咨询有限公司'],
  ['zfb', '政府网站安全等级保护测评服务', '2026-05-25', 18, '竞争性谈判', '澜平市安衡信息技术有限公司'],
  ['zrj', '第三批不动产登记档案数字化', '2024-06-03', 63, '竞争性磋商', '青岚县档安数据服务有限公司'],
  ['mzj', '农村互助养老点适老化设备采购项目', '2025-10-27', 127, '公开招标', '澜平市福寿康养器材有限公司'],
]
const purchaseStories = purchases.flatMap(([unit, name, on, price, way, winner]): Story[] => {
  const noticed = workdayFrom(day(on))
  const decided = workdaysAfter(noticed, way === '公开招标' ? 19 : 12)
  const of = `QLZC${on.slice(0, 4)}-${between(`purchase/${name}`, 11, 180)}`
  const final = (price * (0.9 + between(`win/${name}`, 0, 8) / 100)).toFixed(2)
  const common = { unit, kind: '公告', theme: ['财政、金融、审计', '财政'], columns: ['fd-government-procurement'] } as const
  return [
    {
      ...common, key: `purchase-${of}`, title: `${name}${way}公告`, keywords: ['政府采购', way], draftedOn: noticed,
      body: sections(['项目基本情况', `项目编号：${of}；项目名称：${name}；采购方式：${way}；预算金额：${price}万元；最高限价：${price}万元。`], ['供应商资格要求', '满足《中华人民共和国政府采购法》第二十二条规定；未被列入失信被执行人、重大税收违法失信主体和政府采购严重违法失信行为记录名单；本项目' + (price < 200 ? '专门面向中小企业采购。' : '不接受联合体投标。')], ['获取采购文件', `自本公告发布之日起5个工作日，在澜平市公共资源交易平台免费下载。`], ['响应文件提交', `${decided}上午9时30分前，在青岚县公共资源交易中心开标室提交，逾期不予受理。`], ['公告期限', '自本公告发布之日起5个工作日。'], ['联系方式', `采购人：${units[unit].name}，地址：${units[unit].address}，电话：${units[unit].phone}。`]),
    },
    {
      ...common, key: `award-${of}`, title: `${name}${way === '公开招标' ? '中标' : '成交'}结果公告`, keywords: ['政府采购', '结果公告'], draftedOn: workdaysAfter(decided, 1),
      body: sections(['项目编号和名称', `${of}，${name}。`], ['中标（成交）信息', table(['供应商名称', '金额（万元）', '评审总得分'], [[winner, final, decimal(`score/${name}`, 84, 96, 2)]])], ['评审专家', `由依法组建的${between(`experts/${name}`, 2, 4) * 2 + 1}人评审小组评审，专家从省级专家库随机抽取。`], ['代理服务收费', '按照合同约定由采购人支付，不向供应商收取。'], ['公告期限', '自本公告发布之日起1个工作日。供应商对结果有异议的，可以在公告期限届满之日起七个工作日内以书面形式提出质疑。']),
    },
  ] // prettier-ignore
})

const lands: readonly (readonly [string, string, string, string, string])[] = [
  ['2023-08-07', '清源镇梨园村', '0.8642', '柳林镇至清源镇公路改建工程', '8'],
  ['2024-10-14', '石泉镇石门村', '1.2035', '石泉镇地质灾害避险搬迁安置点工程', '14'],
  ['2026-05-18', '北坪街道坪安社区', '2.4110', '县级冷链物流中心建设项目', '6'],
]
const landStories = lands.flatMap(([on, place, hectares, project, serial], at): Story[] => {
  const first = workdayFrom(day(on))
  const second = workdaysAfter(first, 32)
  const year = on.slice(0, 4)
  const common = { unit: 'gov', kind: '公告', theme: ['国土资源、能源', '土地'], columns: ['zhengdi-chaiqian', 'fd-xs-land-expropriation'] } as const
  return [
    { ...common, key: `land-${at}-before`, title: `青岚县人民政府土地征收预公告（${project}）`, number: `青政征预〔${year}〕${serial}号`, keywords: ['土地征收', '预公告', place], draftedOn: first, body: p(`因${project}建设需要，拟征收${place}集体土地。根据《中华人民共和国土地管理法》第四十七条，现预公告如下。`) + sections(['征收范围和面积', `位于${place}，拟征收集体土地${hectares}公顷，具体范围以勘测定界成果为准。`], ['征收目的', `${project}，属于公共利益需要。`], ['土地现状调查', '自本预公告发布之日起，由县自然资源局会同所在地镇、街道开展土地现状调查，请权利人配合。'], ['其他事项', '自本预公告发布之日起，任何单位和个人不得在拟征收范围内抢栽抢建；抢栽抢建的部分不予补偿。预公告期10个工作日。']) + signed('青岚县人民政府', first) },
    { ...common, key: `land-${at}-plan`, title: `青岚县人民政府征地补偿安置公告（${project}）`, number: `青政征补〔${year}〕${serial}号`, keywords: ['征地补偿安置', place], draftedOn: second, body: p(`根据土地现状调查和社会稳定风险评估结果，拟定了${place}征地补偿安置方案，现公告征求意见。`) + table(['地类', '面积（公顷）', '补偿标准（元/亩）'], [['水浇地', (Number(hectares) * 0.61).toFixed(4), at === 2 ? '52800' : '41600'], ['旱地', (Number(hectares) * 0.3).toFixed(4), at === 2 ? '38400' : '29700'], ['其他农用地', (Number(hectares) * 0.09).toFixed(4), '21500']]) + p(`青苗补偿费按照一季产值据实补偿；地上附着物按照县政府公布的标准补偿；涉及农户${between(`land/${place}`, 6, 34)}户，符合条件的纳入被征地农民养老保险。`, '公告期30日。多数被征地农民认为方案不符合规定的，依法组织听证。办理补偿登记地点：所在地镇人民政府、街道办事处。') + signed('青岚县人民政府', second) },
  ] // prettier-ignore
})

const penalties: readonly (readonly [UnitKey, string, string, string, string, string])[] = [
  ['scj', '2025-03-05', '青岚县福满多购物中心', '销售超过保质期的食品', '《中华人民共和国食品安全法》第三十四条第（十）项', '没收违法所得46元，罚款5000元'],
  ['scj', '2025-07-23', '青岚县诚达加油站', '使用未经检定的计量器具', '《中华人民共和国计量法》第九条', '责令停止使用，罚款800元'],
  ['scj', '2026-02-11', '青岚县健安大药房', '未按照规定储存药品', '《中华人民共和国药品管理法》第五十三条', '警告，责令限期改正'],
  ['hbj', '2024-11-18', '青岚县宏基建材有限公司', '物料堆场未采取有效覆盖措施防治扬尘', '《中华人民共和国大气污染防治法》第七十二条', '罚款2.4万元'],
  ['hbj', '2025-09-15', '石泉镇顺发石料加工厂', '未验先投、治理设施未运行', '《建设项目环境保护管理条例》第十九条', '罚款20万元'],
  ['zjj', '2025-04-22', '澜平市立恒建筑工程有限公司', '施工现场高处作业未设置安全防护', '《建设工程安全生产管理条例》第二十八条', '责令停工整改，罚款3万元'],
  ['zjj', '2026-06-08', '青岚县金岸房地产开发有限公司', '未取得预售许可擅自收取定金', '《城市商品房预售管理办法》第六条', '责令退还，罚款1.8万元'],
  ['wjj', '2025-11-10', '城关街道某口腔诊所', '使用非卫生技术人员从事诊疗活动', '《医疗机构管理条例》第二十七条', '没收违法所得1260元，罚款1.2万元'],
  ['zrj', '2024-07-16', '柳林镇某养殖专业合作社', '未经批准占用一般耕地建设圈舍', '《中华人民共和国土地管理法》第七十七条', '责令限期拆除，恢复土地原状'],
]
const penaltyStories = penalties.map(([unit, on, who, what, basis, result], at): Story => {
  const draftedOn: Day = workdayFrom(day(on))
  const year = on.slice(0, 4)
  const number = `${units[unit].sign}罚〔${year}〕${between(`penalty/${who}`, 3, 88)}号`
  return {
    key: `penalty-${at}`, unit, title: `行政处罚决定信息公开（${who}）`, kind: '决定', theme: unit === 'scj' ? ['市场监管、安全生产监管', '工商'] : unit === 'hbj' ? ['城乡建设、环境保护', '环境监测、保护与治理'] : unit === 'zjj' ? ['城乡建设、环境保护', '城乡建设（含住房）'] : unit === 'wjj' ? ['卫生、体育', '卫生'] : ['国土资源、能源', '土地'],
    columns: ['fd-penalty-and-coercion'], number, keywords: ['行政处罚', what.slice(0, 8)], draftedOn, publishedOn: workdaysAfter(draftedOn, 5),
    body: table(['项目', '内容'], [['处罚决定书文号', number], ['被处罚当事人', who], ['违法事实', `${what}。${choose(who, '执法人员现场检查时发现，并制作了现场笔录、拍照取证', '根据群众举报立案查处，有询问笔录、现场照片等证据', '在双随机检查中发现，经调查取证属实')}。`], ['处罚依据', basis], ['处罚结果', result], ['处罚机关', units[unit].name], ['作出决定日期', draftedOn], ['救济途径', '对决定不服的，可以自收到决定书之日起六十日内申请行政复议，或者六个月内提起行政诉讼。']]) + p('本信息依法公示，公示期限届满或者决定被依法变更、撤销的，按照规定撤下。'),
    ...(at === 2 ? { withdrawal: { on: day('2026-05-20'), reason: 'penalty-changed', note: '复议机关决定变更原处罚决定，依照行政处罚法第四十八条撤下。' } } : {}),
  } // prettier-ignore
})

const housing: readonly Story[] = [
  {
    key: 'rental-plan-2026', unit: 'zjj', title: '青岚县2026年公共租赁住房配租方案', kind: '公告', theme: ['城乡建设、环境保护', '城乡建设（含住房）'], columns: ['fd-livelihood-policies', 'tongzhi'], keywords: ['公共租赁住房', '配租', '摇号'], draftedOn: day('2026-08-17'),
    body: p('根据《青岚县公共租赁住房管理实施细则》，现公布2026年公共租赁住房配租方案。') + sections(['房源情况', table(['小区', '户型', '套数', '建筑面积（平方米）'], [['惠民家园3号楼', '一室一厅', 36, '41至46'], ['惠民家园5号楼', '两室一厅', 28, '52至58'], ['东湖新居', '两室一厅', 14, '55至59']])], ['配租对象', '截至2026年7月31日已登记轮候的家庭92户，其中优先保障家庭17户。'], ['配租程序', '#（一）优先选房', '9月9日，残疾、重病、70岁以上老人和退役军人等优先家庭按照登记先后选房。', '#（二）公开摇号', '9月11日上午9时在县政务服务中心一楼公开摇号，全程录像，公证处现场公证。', '#（三）公示签约', '结果公示15日后签订租赁合同，租期三年。']) + signed('青岚县住房和城乡建设局', day('2026-08-17')),
  },
  {
    key: 'rental-result-2026', unit: 'zjj', title: '青岚县2026年公共租赁住房摇号结果公示', kind: '公告', theme: ['城乡建设、环境保护', '城乡建设（含住房）'], columns: ['fd-livelihood-policies'], keywords: ['公共租赁住房', '摇号结果'], draftedOn: day('2026-09-14'),
    body: p('2026年9月11日，在县公证处监督和人大代表、政协委员、申请人代表见证下，举行了公共租赁住房公开摇号，共有78户家庭取得选房资格，14户继续轮候。') + table(['登记编号区间', '参加户数', '取得资格户数'], [['2024-001至2024-046', 31, 31], ['2025-001至2025-052', 44, 36], ['2026-001至2026-019', 17, 11]]) + p('具体编号在惠民家园小区公示栏公布。公示期15日，自2026年9月14日至9月28日。投诉电话：0960-5022235。') + signed('青岚县住房和城乡建设局', day('2026-09-14')),
  },
  {
    key: 'oldhouses-2025', unit: 'zjj', title: '青岚县2025年农村危房改造对象名额分配公示', kind: '公告', theme: ['城乡建设、环境保护', '城乡建设（含住房）'], columns: ['fd-livelihood-policies'], keywords: ['农村危房改造', '名额分配'], draftedOn: day('2025-04-08'),
    body: p('根据上级下达的年度计划和各镇排查上报情况，2025年全县农村危房改造任务为64户，现公示名额分配。') + table(['镇', 'C级（户）', 'D级（户）', '补助资金（万元）'], [['河口镇', 9, 5, '25.0'], ['柳林镇', 11, 6, '30.2'], ['石泉镇', 10, 8, '35.6'], ['清源镇', 9, 6, '28.4'], ['合计', 39, 25, '119.2']]) + p('补助标准：C级加固改造每户平均0.8万元，D级拆除重建每户平均3.5万元，按照困难程度分档。公示期7日。') + signed('青岚县住房和城乡建设局', day('2025-04-08')),
  },
  {
    key: 'safety-2026', unit: 'zjj', title: '青岚县住房和城乡建设局关于2026年第三季度建筑施工质量安全检查情况的通报', kind: '通报', theme: ['市场监管、安全生产监管', '安全生产监管'], columns: ['fd-inspection'], number: '青住建通〔2026〕11号', keywords: ['施工安全', '检查通报'], draftedOn: day('2026-10-12'),
    body: to('各施工、监理企业') + p('9月14日至25日，我局对全县在建的19个项目开展了质量安全检查，下发整改通知书13份、停工通知书2份，发现问题87条。') + sections(['主要问题', ...['临边防护不严密，个别楼层洞口没有覆盖', '塔式起重机维保记录不完整', '混凝土试块留置数量不足', '施工扬尘六个百分之百落实不到位'].map((text, at) => `（${['一', '二', '三', '四'][at]}）${text}。`)], ['处理情况', '对2个停工项目的施工、监理企业记不良行为一次；对整改不力的1名项目经理约谈。'], ['下一步要求', '各企业要举一反三，10月底前完成整改并书面报告；冬季停工项目要做好值守和防冻措施。']) + signed('青岚县住房和城乡建设局', day('2026-10-12')),
  },
] // prettier-ignore

const inspection: Story = {
  key: 'factories-2025', unit: 'hbj', title: '澜平市生态环境局青岚分局2025年双随机执法检查结果', kind: '公告', theme: ['城乡建设、环境保护', '环境监测、保护与治理'], columns: ['huanjing-baohu', 'fd-inspection'], keywords: ['双随机', '执法检查'], draftedOn: day('2025-12-22'),
  body: p('2025年共随机抽取企业46家次，发现问题21个，均已整改或者依法处理。') + table(['检查类别', '抽取家次', '发现问题', '立案'], [['重点排污单位', 18, 7, 1], ['一般排污单位', 22, 11, 1], ['建设项目', 6, 3, 0]]) + items('治理设施运行台账不规范9个。', '危险废物标识不完整5个。', '无组织排放收集不到位4个。', '未按照规定公开环境信息3个。'),
} // prettier-ignore

export const works: readonly Story[] = [...approvalStories, ...purchaseStories, ...landStories, ...penaltyStories, ...housing, inspection]
