// How an entry of a unit beats, the worst first: a word, a sign and a tone, never colour alone.
export const pulses = {
  late: { title: '逾期', sign: '!', tone: 'bad', hint: '到期还没有公开。' },
  empty: { title: '空白', sign: '○', tone: 'bad', hint: '从来没有公开过。' },
  stale: { title: '已过时', sign: '↻', tone: 'bad', hint: '机构信息、设置或者法律期限已经变化，公开的文本还没有更新。' },
  'after-event': { title: '事后公开', sign: '↓', tone: 'bad', hint: '应当事前公开，事后才公开。' },
  'catalogue-only': { title: '只有目录', sign: '…', tone: 'bad', hint: '只有标题，没有内容，也没有附件。' },
  padded: { title: '充数', sign: '≈', tone: 'soon', hint: '与上一次的内容几乎相同，只改了日期。' },
  'due-soon': { title: '将到期', sign: '△', tone: 'soon', hint: '两周内到期。' },
  fresh: { title: '正常', sign: '✓', tone: 'good', hint: '按时公开，内容有更新。' },
  closed: { title: '已办结', sign: '–', tone: 'neutral', hint: '不适用、无此类信息或者依法不予公开，已按规定审批。' },
  quiet: { title: '无事项', sign: '·', tone: 'neutral', hint: '没有发生需要公开的事项。' },
} as const satisfies Record<string, { title: string; sign: string; tone: 'bad' | 'soon' | 'good' | 'neutral'; hint: string }>
export type Pulse = keyof typeof pulses
