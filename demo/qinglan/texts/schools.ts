// Enrolment year by year, and what else schools and hospitals tell.
import { day } from '../../../src/kernel/day.ts'
import type { Story } from '../story.ts'
import { between, choose, p, sections, signed, table, to } from './words.ts'
import { onOrAfter } from './workdays.ts'

const districts: Readonly<Record<string, string>> = {
  县第一小学: '钟楼巷、学府路、人民路东段',
  县第二小学: '建设路、湖滨路以北',
  东湖小学: '湖滨路以南、福康路',
  北坪小学: '坪安路、规划路及园区职工宿舍',
  县实验中学: '城关街道全部',
  县第三中学: '东湖街道、北坪街道',
}
const novelties: Readonly<Record<number, string>> = {
  2022: '首次实行网上报名，家长不必到校排队；不会使用手机的可以到社区请人帮助办理。',
  2023: '全面执行学区管理办法，取消务工证明。',
  2024: '多子女家庭可以申请长幼同校。',
  2025: '东湖小学分校投入使用，原到县第二小学就读的湖滨路南段划入东湖小学。',
  2026: '县第二小学扩建期间，一年级新生在过渡校区就读，校车免费接送。',
}

function enrolment(year: number): Story {
  const of = `enrol/${year}`
  const on = onOrAfter(year, 5, 20 + (year % 5))
  const rows = Object.entries(districts).map(([school, area]) => [school, area, between(`${of}/${school}`, 3, 8), ''] as const)
  return {
    key: `enrol-${year}`, unit: 'jyj', title: `青岚县教育局关于做好${year}年义务教育学校招生入学工作的通知`, kind: '通知', theme: ['科技、教育', '教育'], columns: ['yiwu-jiaoyu', 'fd-livelihood-policies', 'tongzhi'], number: `青教发〔${year}〕${between(of, 21, 48)}号`, keywords: ['招生入学', '学区', `${year}年`], draftedOn: on,
    body:
      to('各镇中心学校，县直各学校') + p(`为做好${year}年义务教育学校招生入学工作，保障适龄儿童少年就近入学，现将有关事项通知如下。`) +
      sections(
        ['招生对象', `小学：${year - 7}年9月1日至${year - 6}年8月31日出生、具有本县户籍或者符合随迁子女条件的儿童；初中：应届小学毕业生。`], ['学区和计划', table(['学校', '学区范围', '计划班数', '计划人数'], rows.map(([school, area, classes]) => [school, area, classes, classes * (school.includes('中学') ? 50 : 45)]))],
        ['时间安排', `#（一）网上报名`, `${year}年6月${10 + (year % 4)}日至${16 + (year % 4)}日。`, '#（二）材料核验', `6月${22 + (year % 3)}日至28日，公安、住建、人社部门后台比对，不再要求家长重复提交证明。`, '#（三）录取公布', '7月10日前公布录取结果，8月20日前发放通知书。'],
        ['今年的变化', novelties[year]!], ['纪律要求', choose(of, '严禁以任何形式的考试选拔学生，严禁收取与入学挂钩的费用。', '严格执行免试就近入学规定，均衡编班，不设重点班、快慢班。', '学校不得提前招生、擅自扩大班额，违者追究校长责任。')],
      ) + p('咨询电话：0960-5022132（基础教育科），监督电话：0960-5022130。') + signed('青岚县教育局', on),
  } // prettier-ignore
}

export const schools: readonly Story[] = [
  ...[2022, 2023, 2024, 2025, 2026].map(enrolment),
  {
    key: 'aid-2026', unit: 'jyj', title: '青岚县2025—2026学年度学生资助情况公开', kind: '其他', theme: ['科技、教育', '教育'], columns: ['yiwu-jiaoyu', 'fd-livelihood-policies'], keywords: ['学生资助', '补助标准'], draftedOn: day('2026-07-06'),
    body: p('2025—2026学年度，全县各学段落实学生资助政策，共资助学生11462人次，发放资金986.7万元，没有发现挤占、截留。') + table(['学段', '项目', '人次', '金额（万元）'], [['学前教育', '免除保教费', 2168, '108.4'], ['义务教育', '家庭经济困难学生生活补助', 4236, '211.8'], ['义务教育', '营养改善计划（人数）', 3380, '338.0'], ['普通高中', '国家助学金', 1214, '182.1'], ['普通高中', '免学费', 464, '146.4']]) + p('资助对象由学校评审、公示5个工作日后确定，公示名单不含身份证件号码、家庭住址和银行账号。资助热线：0960-5022136。'),
  },
  {
    key: 'vaccine-2026', unit: 'wjj', title: '关于调整预防接种门诊服务时间的公告', kind: '公告', theme: ['卫生、体育', '卫生'], columns: ['yiliao-weisheng', 'tongzhi'], keywords: ['预防接种', '门诊时间'], draftedOn: day('2026-03-09'),
    body: p('为方便群众接种，自2026年3月16日起调整部分预防接种门诊服务时间。') + table(['门诊', '原时间', '调整后'], [['城关社区卫生服务中心', '周一至周五', '周一至周六'], ['东湖社区卫生服务中心', '周二、周四', '周一、周三、周五、周六'], ['河口镇卫生院', '每月逢五', '每周三、每月第一个周六'], ['石泉镇卫生院', '每月逢十', '每周四']]) + p('接种前请在“青岚健康”服务号预约，当日号满可以现场取候补号。') + signed('青岚县卫生健康局', day('2026-03-09')),
  },
  {
    key: 'hospital-2025', unit: 'wjj', title: '青岚县2025年基本公共卫生服务项目实施情况', kind: '报告', theme: ['卫生、体育', '卫生'], columns: ['yiliao-weisheng', 'fd-livelihood-policies'], keywords: ['基本公共卫生服务', '家庭医生'], draftedOn: day('2026-02-04'),
    body: sections(['资金', '全年人均补助标准99元，拨付资金2076万元，到位率100%。'], ['主要指标', table(['项目', '目标', '完成'], [['电子健康档案建档率', '90%', '93.6%'], ['65岁以上老年人健康管理率', '64%', '71.2%'], ['高血压患者规范管理率', '64%', '72.8%'], ['2型糖尿病患者规范管理率', '64%', '70.5%'], ['0—6岁儿童健康管理率', '90%', '95.1%'], ['适龄儿童免疫规划疫苗接种率', '95%', '98.7%']])], ['问题', '偏远村组随访频次不足，部分档案信息更新不及时。'], ['下一步', '为6个偏远村配备巡诊车，把签约服务与慢病用药配送结合起来。']) + signed('青岚县卫生健康局', day('2026-02-04')),
  },
] // prettier-ignore
