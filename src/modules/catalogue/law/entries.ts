// Words of the columns of the standard catalogue for grass-roots disclosure (国办发〔2019〕54号), and of what an entry can be.
import type { Line } from '../../../law/lines.ts'

export const entryKinds = { government: '政务公开', party: '党务公开', internal: '内部公开' } as const satisfies Record<string, string>
export type EntryKind = keyof typeof entryKinds

/** Whose catalogue it is: only units of that line answer for it. */
export const lineOfEntry = (kind: EntryKind): Line => (kind === 'party' ? 'party' : 'government')

export const audiences = { society: '全社会', group: '特定群体', staff: '本机关职工' } as const satisfies Record<string, string>
export type Audience = keyof typeof audiences

export const entryModes = { proactive: '主动', 'on-application': '依申请' } as const satisfies Record<string, string>
export type EntryMode = keyof typeof entryModes

/** 公开层级; `heads` are the words that stand over the column in the layouts in use. */
export const tiers = {
  city: { title: '市级', heads: ['市级', '市'] },
  county: { title: '县级', heads: ['县级', '区级', '县（区）级', '县(区)级', '县（市、区）级', '区县级', '县'] },
  township: { title: '乡级', heads: ['乡级', '乡镇级', '镇街级', '乡（镇）级', '乡、村级', '镇级', '街道级', '镇（街）级', '乡'] },
  village: { title: '村级', heads: ['村级', '村（社区）级', '村居级', '村'] },
} as const satisfies Record<string, { title: string; heads: readonly string[] }>
export type Tier = keyof typeof tiers

/** 公开渠道和载体, in the order in which the official layout lists them; `also` are spellings in use. */
export const channels = {
  website: { title: '政府网站', also: ['政府门户网站', '门户网站', '网站'] },
  gazette: { title: '政府公报', also: ['公报'] },
  'social-media': { title: '两微一端', also: ['微博微信', '政务新媒体'] },
  'press-conference': { title: '发布会/听证会', also: ['发布会听证会', '新闻发布会', '发布会', '听证会'] },
  broadcast: { title: '广播电视', also: [] },
  paper: { title: '纸质媒体', also: ['报刊'] },
  'reading-point': { title: '公开查阅点', also: ['查阅点'] },
  'service-centre': { title: '政务服务中心', also: ['行政服务中心'] },
  'convenience-station': { title: '便民服务站', also: ['便民服务中心'] },
  'on-site': { title: '入户/现场', also: ['入户现场', '入户', '现场'] },
  'notice-board': {
    title: '社区/企事业单位/村公示栏（电子屏）',
    also: ['社区/企事业单位、村公示栏(电子屏)', '社区/企事业单位/村公示栏', '公告公示栏', '公示栏', '村公示栏', '社区公示栏', '电子屏'],
  },
  'targeted-push': { title: '精准推送', also: [] },
  'project-platform': { title: '投资项目在线审批监管平台', also: [] },
  'trading-platform': { title: '公共资源交易平台', also: [] },
  'credit-site': { title: '信用中国网站', also: ['信用中国'] },
  hotline: { title: '12345政务服务热线', also: ['12345热线'] },
  meeting: { title: '会议', also: [] },
} as const satisfies Record<string, { title: string; also: readonly string[] }>
export type Channel = keyof typeof channels

/** Signs that tick a box, and signs that leave it empty; copies that lost the font hold plain look-alikes. */
export const tickSigns = {
  chosen: ['■', '☑', '√', '✓', '✔', '●', '▇'],
  chosenLookAlikes: ['t', 'R', 'þ'],
  left: ['□', '☐', '○', '◻'],
  leftLookAlikes: ['口'],
} as const

export const fieldTitles = {
  kind: '类别',
  field: '领域',
  serial: '序号',
  item1: '一级事项',
  item2: '二级事项',
  item3: '三级事项',
  elements: '公开内容（要素）',
  basis: '公开依据',
  limitText: '公开时限',
  bodyText: '公开主体',
  unitIds: '责任单位',
  unitKinds: '责任单位类别',
  channels: '公开渠道和载体',
  channelOther: '其他渠道',
  audience: '公开对象',
  audienceWho: '特定群体',
  mode: '公开方式',
  tiers: '公开层级',
  statutoryItem: '条例条目',
  columnIds: '网站栏目',
  rhythm: '公开频次',
  note: '说明',
} as const satisfies Record<string, string>
export type EntryField = keyof typeof fieldTitles
