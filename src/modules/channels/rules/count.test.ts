// What counts once: the sheet of 2016 that the seed shows, hand-written cases, and properties.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, type Day } from '../../../kernel/day.ts'
import { channelGroups, channelNames, channels, type ChannelGroup, type ChannelName } from '../law/channels.ts'
import { figuresOf, type Appearance } from './count.ts'

const year = { from: day('2016-01-01'), until: day('2016-12-31') }
const at = (root: string, channel: ChannelName, on: string): Appearance => ({ root, channel, day: day(on) })
const sum = (counts: Readonly<Partial<Record<ChannelName, number>>>): number => Object.values(counts).reduce((all, one) => all + one, 0)

describe('the yearly sheet', () => {
  it('adds up as the one of 2016: 5968 + 15 + 12 + 1128 = 7123, each piece at the channel that showed it first', () => {
    const piece = (from: number, count: number, ...on: readonly (readonly [ChannelName, string])[]): Appearance[] =>
      Array.from({ length: count }, (_, each) => on.map(([channel, shown]) => at(`piece-${from + each}`, channel, shown))).flat()
    const all = [
      // 612 of those on the website went on to WeChat and 40 to a board, too: they count once
      ...piece(0, 5316, ['website', '2016-03-01']),
      ...piece(5316, 612, ['website', '2016-03-01'], ['wechat', '2016-03-04']),
      ...piece(5928, 40, ['website', '2016-05-09'], ['notice-board', '2016-05-10']),
      ...piece(5968, 15, ['micro-blog', '2016-06-01'], ['website', '2016-06-02']),
      ...piece(5983, 12, ['wechat', '2016-07-11']),
      ...piece(5995, 1000, ['village-board', '2016-08-02']),
      ...piece(6995, 128, ['meeting', '2016-09-20'], ['radio', '2016-09-21']),
      // shown before and again: of the year before
      ...piece(8000, 200, ['website', '2015-12-30'], ['led', '2016-01-04']),
    ]
    const { distinct, first, by } = figuresOf(all, year)
    const inGroup = (group: ChannelGroup): number =>
      channelNames.filter((name) => channels[name].group === group).reduce((all_, name) => all_ + (first[name] ?? 0), 0)
    expect(distinct).toBe(7123)
    expect((Object.keys(channelGroups) as ChannelGroup[]).map((group) => [group, inGroup(group)])).toEqual([
      ['gazette', 0],
      ['website', 5968],
      ['micro-blog', 15],
      ['wechat', 12],
      ['other', 1128],
    ])
    expect([by.website, by.wechat, by['notice-board'], by.radio, by.led]).toEqual([5983, 624, 40, 128, 200])
  })

  it.each([
    {
      because: 'a piece belongs to the year that saw it first',
      of: [at('a', 'website', '2015-12-31'), at('a', 'led', '2016-01-01')],
      distinct: 0,
      first: {},
      by: { led: 1 },
    },
    {
      because: 'the same channel twice is one',
      of: [at('a', 'led', '2016-01-01'), at('a', 'led', '2016-02-01')],
      distinct: 1,
      first: { led: 1 },
      by: { led: 1 },
    },
    {
      because: 'on the same day the website comes first',
      of: [at('a', 'wechat', '2016-04-01'), at('a', 'website', '2016-04-01')],
      distinct: 1,
      first: { website: 1 },
      by: { wechat: 1, website: 1 },
    },
    {
      because: 'both ends of the year belong to it',
      of: [at('a', 'radio', '2016-01-01'), at('b', 'radio', '2016-12-31')],
      distinct: 2,
      first: { radio: 2 },
      by: { radio: 2 },
    },
    { because: 'nothing is nothing', of: [], distinct: 0, first: {}, by: {} },
  ])('$because', ({ of, ...expected }) => {
    expect(figuresOf(of, year)).toEqual({ distinct: expected.distinct, first: expected.first, by: expected.by })
  })
})

describe('any ledger', () => {
  const appearance = fc.record({
    root: fc.integer({ min: 0, max: 12 }).map((number) => `piece-${number}`),
    channel: fc.constantFrom(...channelNames),
    day: fc.integer({ min: -40, max: 400 }).map((days): Day => addDays(day('2016-01-01'), days)),
  })
  const ledger = fc.array(appearance, { maxLength: 40 })

  it('has as many distinct pieces as the union of its channels, told the first time', () => {
    fc.assert(
      fc.property(ledger, (all) => {
        const { distinct, first, by } = figuresOf(all, year)
        const before = new Set(all.filter((one) => one.day < year.from).map((one) => one.root))
        const union = new Set(all.filter((one) => one.day >= year.from && one.day <= year.until && !before.has(one.root)).map((one) => one.root))
        expect(distinct).toBe(union.size)
        expect(sum(first)).toBe(distinct)
        expect(sum(by)).toBeGreaterThanOrEqual(distinct)
        for (const name of channelNames) expect(by[name] ?? 0).toBeGreaterThanOrEqual(first[name] ?? 0)
      }),
    )
  })

  it('counts the same in whatever order it was entered', () => {
    fc.assert(
      fc.property(ledger, fc.infiniteStream(fc.nat()), (all, seeds) => {
        const shuffled = all
          .map((one) => ({ one, at: seeds.next().value as number }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one)
        expect(figuresOf(shuffled, year)).toEqual(figuresOf(all, year))
      }),
    )
  })

  it('counts a period as the sum of its parts', () => {
    fc.assert(
      fc.property(ledger, fc.integer({ min: 0, max: 364 }), (all, days) => {
        const cut = addDays(year.from, days)
        const [first, second] = [figuresOf(all, { from: year.from, until: cut }), figuresOf(all, { from: addDays(cut, 1), until: year.until })]
        expect(first.distinct + second.distinct).toBe(figuresOf(all, year).distinct)
      }),
    )
  })
})
