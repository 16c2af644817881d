// When two texts are asked about, written by hand; and that what is nearly equal shares a band.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupsOf } from './groups.ts'
import { asked, bandsOf, shinglesOf, wordsOf, type Piece } from './likeness.ts'

const notice =
  '为保障冬季供热期间居民用热安全，现将有关事项通知如下。供热单位应当在供热前完成设备检修和注水试压，及时公布客服电话，居民反映室温不达标的，应当在两小时内上门测温。用户应当配合检查，不得擅自拆改供热设施。对违反规定的，由县住房和城乡建设局依照有关规定处理。'
const piece = (title: string, text: string, documentNumber: string | null = null): Piece => ({ title, text, documentNumber })

const cases: readonly { readonly because: string; readonly one: Piece; readonly other: Piece; readonly asked: boolean }[] = [
  {
    because: 'the same text under the same title',
    one: piece('关于做好冬季供热工作的通知', notice),
    other: piece('关于做好冬季供热工作的通知', notice),
    asked: true,
  },
  {
    because: 'a copy with another width of marks',
    one: piece('关于做好冬季供热工作的通知', notice),
    other: piece('关于做好冬季供热工作的通知', notice.replaceAll('，', ',').replaceAll('。', '. ')),
    asked: true,
  },
  {
    because: 'a copy with a word changed',
    one: piece('关于做好冬季供热工作的通知', notice),
    other: piece('关于做好冬季供热工作的通知', notice.replace('两小时', '三小时')),
    asked: true,
  },
  {
    because: 'another text under the same title',
    one: piece('关于召开会议的通知', notice),
    other: piece(
      '关于召开会议的通知',
      '定于本周五上午召开全县安全生产工作会议，请各单位主要负责同志准时参加，并于周四下午五时前将参会人员名单报县政府办公室综合科，会议不得无故缺席。',
    ),
    asked: false,
  },
  { because: 'two months of one table', one: piece('2026年3月空气质量状况', notice), other: piece('2026年4月空气质量状况', notice), asked: false },
  {
    because: 'two quarters written in characters',
    one: piece('第一季度低保资金发放公示', notice),
    other: piece('第二季度低保资金发放公示', notice),
    asked: false,
  },
  {
    because: 'two document numbers',
    one: piece('关于供热工作的批复', notice, '青建函〔2026〕8号'),
    other: piece('关于供热工作的批复', notice, '青建函〔2026〕9号'),
    asked: false,
  },
  {
    because: 'one document number, written in two ways',
    one: piece('关于供热工作的批复', notice, '青建函〔2026〕8号'),
    other: piece('关于供热工作的批复', notice, '青建函[2026]8号'),
    asked: true,
  },
  { because: 'short pieces by their title alone', one: piece('停水通知', '今天停水。'), other: piece('停水通知', '今日停水。'), asked: true },
  { because: 'short pieces of two titles', one: piece('停水通知', '今天停水。'), other: piece('停电通知', '今天停电。'), asked: false },
]

describe('is it the same information?', () => {
  it.each(cases)('$because: asked $asked', ({ one, other, asked: expected }) => {
    expect([asked(one, other) !== undefined, asked(other, one) !== undefined]).toEqual([expected, expected])
  })

  it('finds nearly equal texts through a band: with one word in two hundred changed, hardly ever missed', () => {
    const text = fc.array(fc.integer({ min: 0x4e_00, max: 0x4e_ff }), { minLength: 200, maxLength: 400 }).map((codes) => String.fromCharCode(...codes))
    fc.assert(
      fc.property(text, fc.nat(199), (body, at) => {
        const changed = `${body.slice(0, at)}变${body.slice(at + 1)}`
        const [one, other] = [body, changed].map((each) => new Set(bandsOf(shinglesOf(wordsOf(piece('通知', each))))))
        expect([...(one ?? [])].some((band) => other?.has(band))).toBe(true)
      }),
      { numRuns: 60, seed: 20261126 },
    )
  })

  it('makes whole numbers that PostgreSQL keeps', () => {
    for (const band of bandsOf(shinglesOf(wordsOf(piece('通知', notice))))) expect(Number.isSafeInteger(band) && band >= 0).toBe(true)
    expect(bandsOf(shinglesOf(''))).toEqual([])
  })
})

describe('groups of the same information', () => {
  it.each([
    { same: [], groups: [] },
    {
      same: [['a', 'b']],
      groups: [
        ['a', 'a'],
        ['b', 'a'],
      ],
    },
    {
      same: [
        ['b', 'c'],
        ['a', 'b'],
      ],
      groups: [
        ['b', 'a'],
        ['c', 'a'],
        ['a', 'a'],
      ],
    },
    {
      same: [
        ['a', 'd'],
        ['b', 'c'],
      ],
      groups: [
        ['a', 'a'],
        ['d', 'a'],
        ['b', 'b'],
        ['c', 'b'],
      ],
    },
    {
      same: [
        ['a', 'b'],
        ['c', 'd'],
        ['b', 'd'],
      ],
      groups: [
        ['a', 'a'],
        ['b', 'a'],
        ['c', 'a'],
        ['d', 'a'],
      ],
    },
  ] as const)('$same', ({ same, groups }) => {
    expect([...groupsOf(same)]).toEqual(groups)
  })
})
