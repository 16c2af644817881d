// What an act of the public register means, row by row.
import { describe, expect, it } from 'vitest'
import { reasonsAgainstEntry } from './entry.ts'
import { eventsOf, eventWords, type RegisterAct } from './events.ts'

const published: RegisterAct = {
  act: 'publish',
  title: '青岚县城乡居民最低生活保障办法',
  historic: false,
  columnKinds: ['policy'],
  relations: [],
  validity: 'valid',
  validityBefore: null,
  amendedSince: false,
}
const revised: RegisterAct = { ...published, act: 'revise', validityBefore: 'valid' }

describe('an act of the register', () => {
  it.each([
    { act: published, events: ['document-issued', 'document-published'], because: 'a policy document went out' },
    {
      act: { ...published, title: '低保办法（征求意见稿）' },
      events: ['document-published'],
      because: 'a draft is not issued yet, though it stands among the policies',
    },
    {
      act: { ...published, title: '《低保办法》政策解读', columnKinds: ['interpretation'] },
      events: ['interpretation-published', 'document-published'],
      because: 'its column says what it is',
    },
    {
      act: { ...published, title: '一图读懂低保办法', columnKinds: ['news'], relations: ['interprets'] },
      events: ['interpretation-published', 'document-published'],
      because: 'its relation says what it is',
    },
    { act: { ...published, columnKinds: ['news'] }, events: ['document-published'], because: 'news issue nothing' },
    { act: { ...published, historic: true }, events: [], because: 'old stock happened long ago' },
    { act: revised, events: [], because: 'a mended typo is no event' },
    { act: { ...revised, validity: 'repealed' }, events: ['document-repealed'], because: 'it says so for the first time' },
    { act: { ...revised, validity: 'repealed', validityBefore: 'repealed' }, events: [], because: 'it said so before' },
    { act: { ...revised, validity: 'expired' }, events: ['document-expired'], because: 'it says so for the first time' },
    { act: { ...revised, validity: 'amended' }, events: ['document-amended'], because: 'it says so for the first time' },
    { act: { ...revised, validity: 'amended', validityBefore: 'amended' }, events: [], because: 'it said so before' },
    {
      act: { ...revised, validity: 'amended', validityBefore: 'amended', amendedSince: true },
      events: ['document-amended'],
      because: 'it was amended a second time',
    },
    {
      act: { ...published, act: 'withdraw', columnKinds: [], validity: null },
      events: ['document-withdrawn'],
      because: 'it is gone',
    },
  ] as const)('means $events: $because', ({ act, events }) => {
    expect(eventsOf(act)).toEqual(events)
  })

  it('is told with the name and the number of the text', () => {
    expect(eventWords('document-repealed', '青岚县低保办法', '青政发〔2019〕3号')).toBe('文件废止：《青岚县低保办法》（青政发〔2019〕3号）')
  })
})

describe('an entry that waits for events', () => {
  const entry = {
    field: '社会救助', serial: 1, item1: '政策解读', item2: '', item3: '', elements: '要素', basis: '', limitText: '', bodyText: '', channels: [], channelOther: '',
    audience: 'society', audienceWho: '', mode: 'proactive', tiers: [],
  } as const // prettier-ignore
  const waits = (on: { events: readonly ('document-published' | 'document-issued')[]; columnIds: string[] }, before = false) =>
    reasonsAgainstEntry({ ...entry, rhythm: { kind: 'ad-hoc', days: 3, unit: 'working', before, on } }).map(({ code }) => code)

  it('names the columns where any publication would raise it, and never waits for what lies behind', () => {
    expect(waits({ events: ['document-issued'], columnIds: [] })).toEqual([])
    expect(waits({ events: ['document-published'], columnIds: [] })).toEqual(['entry-event-columns'])
    expect(waits({ events: ['document-issued'], columnIds: [] }, true)).toEqual(['entry-event-beforehand'])
  })
})
