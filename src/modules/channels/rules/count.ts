// What counts once: the definition of the figures over appearances, which the database counts in bulk and tests hold against it.
import type { Day } from '../../../kernel/day.ts'
import type { Span } from '../../../kernel/metric.ts'
import { channelNames, type ChannelName } from '../law/channels.ts'

/** One piece on one channel on one day; `root` is the same for pieces that are the same information. */
export interface Appearance {
  readonly root: string
  readonly channel: ChannelName
  readonly day: Day
}

export interface Figures {
  readonly distinct: number
  /** Each piece at the channel where it was seen first: these add up to `distinct`. */
  readonly first: Readonly<Partial<Record<ChannelName, number>>>
  /** Each piece once on every channel, by its first day there. */
  readonly by: Readonly<Partial<Record<ChannelName, number>>>
}

const rank = new Map(channelNames.map((name, at) => [name, at]))

/** True where `a` comes before `b`: earlier, or on the same day on a channel that the law names before. */
const isEarlier = (a: Appearance, b: Appearance): boolean => a.day < b.day || (a.day === b.day && (rank.get(a.channel) ?? 0) < (rank.get(b.channel) ?? 0))

export function figuresOf(appearances: readonly Appearance[], { from, until }: Span): Figures {
  const firsts = new Map<string, Appearance>()
  const firstsOn = new Map<string, Appearance>()
  for (const one of appearances) {
    const first = firsts.get(one.root)
    if (!first || isEarlier(one, first)) firsts.set(one.root, one)
    const key = `${one.root} ${one.channel}`
    const there = firstsOn.get(key)
    if (!there || one.day < there.day) firstsOn.set(key, one)
  }
  const inside = ({ day }: Appearance): boolean => day >= from && day <= until
  const tally = (all: Iterable<Appearance>): Partial<Record<ChannelName, number>> => {
    const counts: Partial<Record<ChannelName, number>> = {}
    for (const one of all) if (inside(one)) counts[one.channel] = (counts[one.channel] ?? 0) + 1
    return counts
  }
  return { distinct: [...firsts.values()].filter(inside).length, first: tally(firsts.values()), by: tally(firstsOn.values()) }
}
