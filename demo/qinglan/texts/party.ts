// What the county committee's office discloses of party affairs: apart from government information.
import { day } from '../../../src/kernel/day.ts'
import type { Story } from '../story.ts'
import { p, sections, signed, table } from './words.ts'

const office = '中共青岚县委办公室'
const common = { unit: 'xwb', theme: ['综合政务', '其他'], kind: '通报' } as const

/** Only years that have been: a town of today has today's, too. */
export const partyStories: readonly Story[] = [
  {
    ...common, key: 'party-organs', title: '中共青岚县委办公室机构设置和主要职责', columns: ['dw-zuzhi'], keywords: ['党务公开', '机构职能'], kind: '通知',
    draftedOn: day('2024-02-19'),
    body: sections(['主要职责', '协助县委领导处理县委日常工作，承担县委文电、会务、督促检查和党务公开领导小组的日常工作。'], ['机构设置', '设综合科、党务公开科。'], ['联系方式', '办公地址：青岚县城关街道人民路3号县委办公楼二层；电话：0960-5022088。']) + signed(office, day('2024-02-19')),
  },
  {
    ...common, key: 'party-duty-2025', title: '中共青岚县委2025年履行全面从严治党主体责任情况', columns: ['dw-dangjian'], keywords: ['党务公开', '全面从严治党'],
    draftedOn: day('2026-03-16'),
    body: sections(['总体情况', '县委常委会全年召开会议专题研究党的建设工作6次，听取下级党组织书记述责述廉12人次。'], ['整改落实', '对上级巡察反馈的18个问题逐项建立台账，已完成整改17个，1个按期推进。']) + signed(office, day('2026-03-16')),
  },
  {
    ...common, key: 'party-decisions-2026q2', title: '中共青岚县委2026年第二季度重大决策和推进落实情况', columns: ['dw-juece'], keywords: ['党务公开', '重大决策'],
    draftedOn: day('2026-07-13'),
    body: p('2026年第二季度，县委按照党务公开目录公开以下重大决策事项和推进落实情况。') + table(['事项', '决定时间', '推进情况'], [['县域养老服务三年行动安排', '4月', '已建成街道养老服务中心2个'], ['农村饮水安全提升安排', '5月', '完成管网改造31千米'], ['县城老旧小区改造安排', '6月', '首批9个小区开工']]) + signed(office, day('2026-07-13')),
  },
  {
    ...common, key: 'party-study-2026q3', title: '中共青岚县委2026年第三季度学习贯彻上级决策部署情况', columns: ['dw-juece'], keywords: ['党务公开', '贯彻落实'],
    draftedOn: day('2026-10-14'),
    body: p('2026年第三季度，县委理论学习中心组集中学习3次，研究制定贯彻落实措施14条，逐条明确责任单位和完成时限，由县委办公室按月督促检查。') + signed(office, day('2026-10-14')),
  },
  {
    ...common, key: 'party-meeting-2026', title: '中共青岚县委全体会议召开情况', columns: ['dw-renshi'], keywords: ['党务公开', '重要会议'],
    draftedOn: day('2026-07-24'),
    body: p('中共青岚县委全体会议于近日召开。会议听取县委常委会上半年工作情况报告，研究下半年重点工作，对民生实事、乡村振兴和安全生产作出安排。') + signed(office, day('2026-07-24')),
  },
] // prettier-ignore
