// The catalogue that an office of the party begins with: what local organs of the party disclose after 《中国共产党党务公开条例（试行）》.
// From memory, not from the text (mark `known` of law/laws.ts): the wording, the ranges and above all the rhythms are presets that the 党务公开领导小组 replaces by its own catalogue.
import type { Audience, Channel } from './entries.ts'
import type { StartingEntry } from './starting-entries.ts'

const basis = '【党内法规】《中国共产党党务公开条例（试行）》'
const channels: readonly Channel[] = ['website', 'notice-board']

type Rhythm = NonNullable<StartingEntry['rhythm']>
const yearly = (month: number, day: number): Rhythm => ({ kind: 'regular', every: 1, span: 'year', month, day, shift: 'backward' })
const quarterly: Rhythm = { kind: 'regular', every: 1, span: 'quarter', month: 4, day: 20, shift: 'forward' }
const standing: Rhythm = { kind: 'permanent', months: 12 }

const entry = (
  field: string,
  item1: string,
  item2: string,
  elements: string,
  column: string,
  rhythm: Rhythm,
  audience: Audience = 'society',
  audienceWho = '',
): StartingEntry => ({
  kind: 'party', field, item1, item2, elements, basis, limitText: rhythm.kind === 'permanent' ? '长期公开，变更后及时更新' : rhythm.span === 'year' ? '每年公开' : '每季度公开',
  bodyText: '各党组织', unitKinds: ['party'], channels, statutoryItem: null, columns: [column], rhythm, audience, audienceWho,
}) // prettier-ignore

const local = '党的地方组织'
const house = '党的工作机关和基层组织'

export const partyEntries: readonly StartingEntry[] = [
  entry(local, '组织和职能', '机构设置和主要职责', '党组织的职能、机构设置、负责人和联系方式，党务公开目录', 'dw-zuzhi', standing),
  entry(local, '贯彻落实', '学习贯彻上级决策部署', '学习贯彻党中央和上级党组织决策部署、决议决定的情况', 'dw-juece', quarterly),
  entry(local, '决策部署', '重大决策和推进落实', '本地区经济社会发展部署安排、重大改革事项、重大民生措施等重大决策和推进落实情况', 'dw-juece', quarterly),
  entry(local, '管党治党', '履行全面从严治党主体责任', '履行全面从严治党主体责任、加强党的建设情况', 'dw-dangjian', yearly(3, 31)),
  entry(local, '会议和人事', '重要会议、活动和人事任免', '本地区党的重要会议、活动和重要人事任免情况', 'dw-renshi', quarterly),
  entry(house, '工作部署', '重点工作任务和落实', '任期工作目标、阶段性工作部署、重点工作任务和落实情况', 'dw-jiceng', yearly(3, 31)),
  entry(house, '党员', '发展党员和党费', '发展党员、民主评议党员、党费收缴使用管理情况', 'dw-jiceng', yearly(1, 31), 'staff'),
  entry(house, '监督', '整改落实', '巡察反馈意见的整改情况', 'dw-dangjian', yearly(12, 20), 'group', '全体党员'),
]
