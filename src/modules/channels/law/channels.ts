// Where a piece of information can be made public (ogi-2019/23, ogi-2019/25; channel values of the standard catalogues).
import type { Article } from '../../../kernel/article.ts'

export interface Channel {
  readonly title: string
  /** Row of the yearly sheet of 2014–2018 that it is counted in (国办发〔2014〕32号). */
  readonly group: ChannelGroup
  readonly article: Article
  /** What `place` is called on this channel. */
  readonly place: string
  /** Whether an address can be opened to look at it. */
  readonly hasAddress: boolean
  /** What the law or the norm says, or only practice: marks of the fact sheet. */
  readonly mark: 'found' | 'known'
}

/** 通过不同渠道和方式公开政府信息的情况: the rows in the order of the sheet. */
export const channelGroups = {
  gazette: '政府公报',
  website: '政府网站',
  'micro-blog': '政务微博',
  wechat: '政务微信',
  other: '其他方式',
} as const satisfies Record<string, string>

export type ChannelGroup = keyof typeof channelGroups

/** In the order in which a piece that appeared on several channels on one day is told to have appeared. */
export const channels = {
  website: { title: '政府网站', group: 'website', article: 'ogi-2019/23', place: '栏目', hasAddress: true, mark: 'found' },
  gazette: { title: '政府公报', group: 'gazette', article: 'ogi-2019/23', place: '期号、页码', hasAddress: true, mark: 'found' },
  wechat: { title: '政务微信', group: 'wechat', article: 'ogi-2019/23', place: '公众号', hasAddress: true, mark: 'found' },
  'micro-blog': { title: '政务微博', group: 'micro-blog', article: 'ogi-2019/23', place: '账号', hasAddress: true, mark: 'found' },
  'press-conference': { title: '新闻发布会', group: 'other', article: 'ogi-2019/23', place: '地点、场次', hasAddress: true, mark: 'found' },
  newspaper: { title: '报刊', group: 'other', article: 'ogi-2019/23', place: '报刊名称、版面', hasAddress: true, mark: 'found' },
  radio: { title: '广播', group: 'other', article: 'ogi-2019/23', place: '频率、栏目', hasAddress: false, mark: 'found' },
  television: { title: '电视', group: 'other', article: 'ogi-2019/23', place: '频道、栏目', hasAddress: true, mark: 'found' },
  'notice-board': { title: '信息公开栏', group: 'other', article: 'ogi-2019/25', place: '公开栏位置', hasAddress: false, mark: 'found' },
  led: { title: '电子屏（LED）', group: 'other', article: 'ogi-2019/25', place: '屏幕位置', hasAddress: false, mark: 'found' },
  'touch-screen': { title: '触摸屏', group: 'other', article: 'ogi-2019/25', place: '屏幕位置', hasAddress: false, mark: 'found' },
  'reading-point': { title: '公开查阅点', group: 'other', article: 'ogi-2019/25', place: '查阅点', hasAddress: false, mark: 'found' },
  'village-board': { title: '村（社区）公示栏', group: 'other', article: 'ogi-2019/25', place: '村、社区和公示栏位置', hasAddress: false, mark: 'found' },
  meeting: { title: '会议', group: 'other', article: 'ogi-2019/23', place: '会议名称', hasAddress: false, mark: 'known' },
  broadcast: { title: '大喇叭、入户宣讲', group: 'other', article: 'ogi-2019/23', place: '范围', hasAddress: false, mark: 'known' },
  other: { title: '其他方式', group: 'other', article: 'ogi-2019/23', place: '地点', hasAddress: true, mark: 'found' },
} as const satisfies Record<string, Channel>

export type ChannelName = keyof typeof channels

/** What can be entered by hand: the website is counted from the register of publication. */
export type EnteredChannel = Exclude<ChannelName, 'website'>

export const enteredChannels = Object.keys(channels).filter((name) => name !== 'website') as [EnteredChannel, ...EnteredChannel[]]
export const channelNames = Object.keys(channels) as [ChannelName, ...ChannelName[]]
