// Budgets and final accounts of the county and of its departments, with their tables.
import { day } from '../../../src/kernel/day.ts'
import { departments, units, type UnitKey } from '../cast/units.ts'
import { workbook } from '../files.ts'
import type { Story } from '../story.ts'
import { figuresOf } from './figures.ts'
import { between, choose, decimal, money, p, sections, signed, table } from './words.ts'
import { onOrAfter, workdaysAfter } from './workdays.ts'

const scale: Readonly<Partial<Record<UnitKey, number>>> = { jyj: 9, wjj: 5, mzj: 4, nyj: 4, zjj: 3, zrj: 2 }

/** Lines of a department's spending that are its own. */
const projects: Readonly<Partial<Record<UnitKey, readonly string[]>>> = {
  zfb: ['政府网站运行维护', '县政府公报编印', '12345热线服务'], fgj: ['项目前期工作经费', '统计抽样调查', '粮食应急储备'], jyj: ['义务教育公用经费', '学生营养改善计划', '校舍维修'],
  mzj: ['城乡居民最低生活保障', '特困人员供养', '居家养老服务补贴'], czj: ['财政一体化系统运维', '政府采购评审', '国有资产清查'], rsj: ['就业补助', '职业技能提升培训', '公益性岗位补贴'],
  zrj: ['国土空间规划编制', '地质灾害治理', '不动产登记信息系统'], zjj: ['老旧小区改造', '保障性住房维修', '市政设施维护'], hbj: ['环境空气自动站运行', '排污口整治', '危险废物规范化检查'],
  nyj: ['耕地地力保护补贴', '高标准农田建设', '动物疫病防控'], wjj: ['基本公共卫生服务', '乡村医生补助', '疾控实验室能力提升'], scj: ['食品安全抽检', '特种设备检验', '质量提升行动'],
} // prettier-ignore

const staff = (unit: UnitKey): number => between(`${unit}/staff`, 18, 46)

function departmentBudget(unit: UnitKey, year: number): Story {
  const { name, duties } = units[unit]
  const of = `${unit}/budget/${year}`
  const basic = staff(unit) * Number(decimal(of, 11.4, 13.2, 2))
  const lines = (projects[unit] ?? []).map((line) => [line, Number(decimal(`${of}/${line}`, 26, 210, 2)) * (scale[unit] ?? 1)] as const)
  const project = lines.reduce((sum, [, amount]) => sum + amount, 0)
  const total = basic + project
  const last = total * (1 - (chanceOf(of) - 0.4) / 8)
  const [abroad, cars, guests] = [0, Number(decimal(`${of}/car`, 2.4, 7.8, 2)), Number(decimal(`${of}/guest`, 0.3, 1.9, 2))]
  const on = workdaysAfter(onOrAfter(year, 1, 29), between(`${of}/d`, 3, 8))
  const rows: (readonly [string, string])[] = [
    ['一、一般公共预算拨款收入', money(total)],
    ['二、政府性基金预算拨款收入', '0.00'],
    ['三、事业收入', '0.00'],
    ['收入总计', money(total)],
    ['（一）基本支出', money(basic)],
    ['（二）项目支出', money(project)],
    ['支出总计', money(total)],
  ]
  return {
    key: `budget-${unit}-${year}`, unit, title: `${name}${year}年部门预算公开`, kind: '其他', theme: ['财政、金融、审计', '财政'], columns: ['fd-budget-and-final-accounts'], keywords: ['部门预算', '三公经费', `${year}年`], draftedOn: on,
    summary: `${name}${year}年部门收支预算、一般公共预算支出、“三公”经费预算和绩效目标情况。`,
    files: unit === 'jyj' || unit === 'mzj' || unit === 'zjj' ? [workbook(`${name}${year}年部门预算公开表`, '收支预算总表', [['项目', '预算数（万元）'], ...rows])] : [],
    body:
      sections(
        ['部门主要职责及机构设置', duties, `本部门内设${units[unit].sections.length}个科室，行政和事业编制共${staff(unit)}名，年初实有在职人员${staff(unit) - between(`${of}/s`, 0, 4)}人。`],
        ['部门预算收支情况', table(['项目', '预算数（万元）'], rows, `${year}年部门收支预算总表`), `${year}年收支总预算${money(total)}万元，比上年${total >= last ? '增加' : '减少'}${money(Math.abs(total - last))}万元，主要原因是${total >= last ? choose(of, '人员正常晋级晋档和社会保险缴费基数调整', `${lines[0]?.[0] ?? '重点项目'}支出标准提高`, '新增上级部署的专项任务') : choose(of, '压减一般性支出', '部分一次性项目已经完成', '落实过紧日子要求，清理沉淀资金')}。`],
        ['项目支出情况', table(['项目名称', '预算数（万元）'], lines.map(([line, amount]) => [line, money(amount)]))],
        ['“三公”经费预算情况', table(['项目', '预算数（万元）'], [['因公出国（境）费', money(abroad)], ['公务用车购置及运行维护费', money(cars)], ['公务接待费', money(guests)], ['合计', money(abroad + cars + guests)]]), '“三公”经费预算按照只减不增的原则安排。'],
        ['其他重要事项说明', `机关运行经费安排${money(basic * 0.11)}万元；政府采购预算${money(project * 0.18)}万元；${year}年对${lines.length}个项目编制了绩效目标，实现项目支出绩效目标管理全覆盖。`],
      ) + signed(name, on),
  } // prettier-ignore
}

const chanceOf = (of: string): number => between(`${of}/last`, 0, 100) / 100

function departmentAccounts(unit: UnitKey, year: number): Story {
  const { name } = units[unit]
  const of = `${unit}/accounts/${year}`
  const total = staff(unit) * 12.6 + (projects[unit] ?? []).length * between(of, 48, 130) * (scale[unit] ?? 1)
  const carried = Number(decimal(`${of}/c`, 0, 18, 2))
  const [cars, guests] = [Number(decimal(`${of}/car`, 2.1, 6.6, 2)), Number(decimal(`${of}/guest`, 0.2, 1.4, 2))]
  const on = workdaysAfter(onOrAfter(year + 1, 8, 18), between(`${of}/d`, 2, 9))
  return {
    key: `accounts-${unit}-${year}`, unit, title: `${name}${year}年度部门决算公开`, kind: '其他', theme: ['财政、金融、审计', '财政'], columns: ['fd-budget-and-final-accounts'], keywords: ['部门决算', '三公经费', `${year}年度`], draftedOn: on,
    body:
      p(`经县财政局批复，现将${name}${year}年度部门决算公开如下。`) +
      sections(
        ['收入支出决算总体情况', table(['收入', '决算数（万元）', '支出', '决算数（万元）'], [['财政拨款收入', money(total), '基本支出', money(total * 0.43)], ['其他收入', money(carried / 3), '项目支出', money(total * 0.57 + carried / 3 - carried)], ['本年收入合计', money(total + carried / 3), '本年支出合计', money(total + carried / 3 - carried)], ['年初结转和结余', '0.00', '年末结转和结余', money(carried)]])],
        ['财政拨款支出说明', `${year}年度财政拨款支出完成年初预算的${decimal(`${of}/p`, 94, 108)}%，${choose(of, '决算数大于预算数的主要原因是年中追加上级专项资金', '决算数小于预算数的主要原因是部分项目跨年度实施', '支出进度与项目实施进度基本一致')}。项目支出主要用于${(projects[unit] ?? []).join('、')}。`],
        ['“三公”经费支出情况', `${year}年度“三公”经费支出${money(cars + guests)}万元，其中公务用车运行维护费${money(cars)}万元，公务接待费${money(guests)}万元，国内公务接待${between(`${of}/g`, 3, 22)}批次、${between(`${of}/gp`, 24, 160)}人次；未发生因公出国（境）费用和公务用车购置费。`],
        ['绩效自评情况', `对${(projects[unit] ?? []).length}个项目开展绩效自评，自评平均得分${decimal(`${of}/score`, 91, 97)}分。发现的主要问题是${choose(`${of}/q`, '个别绩效指标量化不够', '资金支付集中在四季度', '项目前期论证不充分导致启动偏晚')}，已列入整改清单。`],
      ) + signed(name, on),
  } // prettier-ignore
}

function countyBudget(year: number): Story {
  const [last, now] = [figuresOf(year - 1), figuresOf(year)]
  const on = workdaysAfter(onOrAfter(year, 1, 16), 6)
  return {
    key: `county-budget-${year}`, unit: 'czj', title: `关于青岚县${year - 1}年预算执行情况和${year}年预算草案的报告`, kind: '报告', theme: ['财政、金融、审计', '财政'], columns: ['fd-budget-and-final-accounts'], keywords: ['预算执行', '预算草案', '一般公共预算'], draftedOn: on,
    body:
      p(`——${year}年1月在县人民代表大会会议上`) +
      sections(
        [`${year - 1}年预算执行情况`, `全县一般公共预算收入完成${money(last.revenue, 0)}万元，完成年初预算的${decimal(`cb${year}`, 98.2, 103.9)}%；一般公共预算支出${money(last.expenditure, 0)}万元。${choose(`cb${year}x`, '税收收入占比提高到六成以上', '非税收入结构进一步优化', '库款保障水平处于合理区间')}。`,
          table(['科目', '执行数（万元）', '占比（%）'], [['教育支出', money(last.expenditure * 0.193, 0), '19.3'], ['社会保障和就业支出', money(last.expenditure * 0.168, 0), '16.8'], ['农林水支出', money(last.expenditure * 0.214, 0), '21.4'], ['卫生健康支出', money(last.expenditure * 0.092, 0), '9.2'], ['城乡社区支出', money(last.expenditure * 0.064, 0), '6.4'], ['其他支出', money(last.expenditure * 0.269, 0), '26.9'], ['合计', money(last.expenditure, 0), '100.0']])],
        [`${year}年预算草案`, `一般公共预算收入安排${money(now.revenue, 0)}万元，加上级补助、上年结转和调入资金后，支出安排${money(now.expenditure, 0)}万元，收支平衡。`, '支出安排坚持先保基本民生、保工资、保运转，再安排发展支出，一般性支出比上年压减5%。'],
        ['完成预算任务的措施', '#（一）依法组织收入', '支持税务部门依法征收，加强国有资产资源盘活，不收过头税费。', '#（二）优化支出结构', `把资金用在刀刃上，重点保障${choose(`cb${year}y`, '粮食安全、义务教育和基本医疗', '乡村振兴、养老托育和就业创业', '污染治理、防灾减灾和安全生产')}。`, '#（三）防范债务风险', '落实政府债务限额管理，按时偿还到期本息，坚决遏制新增隐性债务。', '#（四）强化绩效管理', `对${between(`cb${year}z`, 12, 30)}个重点项目开展财政评价，评价结果与下年预算安排挂钩。`],
      ) + signed('青岚县财政局', on),
  } // prettier-ignore
}

export const moneyStories: readonly Story[] = [
  ...departments.map((unit) => departmentBudget(unit, 2026)),
  ...departments.slice(1, 6).map((unit) => departmentBudget(unit, 2025)),
  ...departments.map((unit) => departmentAccounts(unit, 2025)),
  ...departments.slice(2, 5).map((unit) => departmentAccounts(unit, 2024)),
  ...[2021, 2022, 2023, 2024, 2025, 2026].map(countyBudget),
  {
    key: 'fees', unit: 'czj', title: '青岚县行政事业性收费目录清单', kind: '公告', theme: ['财政、金融、审计', '财政'], columns: ['fd-administrative-fees'], keywords: ['行政事业性收费', '目录清单', '收费标准'], draftedOn: day('2025-03-10'),
    body:
      p('为规范涉企涉民收费，接受社会监督，现将截至2025年2月底县级执收的行政事业性收费项目公布如下。清单之外的收费，单位和个人有权拒绝。') +
      table(['序号', '执收部门', '项目名称', '收费标准', '资金管理方式'], [
        [1, '县教育局', '公办幼儿园保教费', '示范园每生每月320元，其他园220元', '缴入财政专户'], [2, '县教育局', '普通高中学费', '每生每学期480元', '缴入财政专户'], [3, '县自然资源局', '不动产登记费', '住宅80元/件，非住宅550元/件', '缴入国库'],
        [4, '县自然资源局', '耕地开垦费', '每平方米20元至40元', '缴入国库'], [5, '县住建局', '污水处理费', '居民0.95元/吨，非居民1.40元/吨', '缴入国库'], [6, '县住建局', '城镇垃圾处理费', '居民每户每月5元', '缴入国库'], [7, '县卫生健康局', '预防接种服务费（非免疫规划疫苗）', '每剂次20元', '缴入国库'],
      ]) + p('举报电话：12345。') + signed('青岚县财政局', day('2025-03-10')),
  },
] // prettier-ignore
