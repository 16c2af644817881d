// Figures as officials write them, and which counts they may stand for.
import { describe, expect, it } from 'vitest'
import { canonical } from './canonical.ts'
import { chineseNumber, figuresIn, standsFor } from './figures.ts'

const firstIn = (text: string) => {
  const [figure] = figuresIn(canonical(text).text)
  if (!figure) throw new Error(`no figure in ${text}`)
  return figure
}

describe('figures in a text', () => {
  it.each([
    ['三百余条', 300],
    ['一千一百多条', 1100],
    ['二百一十六条', 216],
    ['十二件', 12],
    ['五十万人', 500_000],
    ['２，３４５件', 2],
    ['21,340 条', 21_340],
    ['1.8万条', 18_000],
    ['17 649 件', 17_649],
  ])('reads %s as %d', (text, value) => {
    expect(firstIn(text).value).toBe(value)
  })

  it.each([
    { written: '7100余条', counted: 7123, may: true },
    { written: '7100余条', counted: 7200, may: true },
    { written: '7100余条', counted: 7099, may: false },
    { written: '7200余条', counted: 7123, may: false },
    { written: '近6900条', counted: 6903, may: false },
    { written: '近6900条', counted: 6850, may: true },
    { written: '近600条', counted: 596, may: true },
    { written: '约1100条', counted: 1094, may: true },
    { written: '三百余条', counted: 312, may: true },
    { written: '两百多条', counted: 205, may: true },
    { written: '超过30件', counted: 31, may: true },
    { written: '不足30件', counted: 31, may: false },
    { written: '1.8万条', counted: 18_432, may: true },
    { written: '1.8万条', counted: 18_600, may: false },
    { written: '25件', counted: 24, may: false },
  ])('$written may stand for $counted: $may', ({ written, counted, may }) => {
    expect(standsFor(firstIn(written), counted)).toBe(may)
  })

  it('sees that 近四百余 is softened to both sides', () => {
    expect(firstIn('平均每天接待近四百余人')).toMatchObject({ doubled: true, written: '近四百余' })
    expect(firstIn('平均每天接待四百余人').doubled).toBe(false)
  })

  it('takes no ordinal for a figure', () => {
    expect(figuresIn('第三项加第二项之和')).toEqual([])
  })

  it('reads years written figure by figure', () => {
    expect(chineseNumber('二〇一六')).toBe(2016)
  })
})

describe('one way of writing', () => {
  it('keeps a comma that parts thousands, and widens one of a sentence', () => {
    expect(canonical('共1,286条,其中 12 条').text).toBe('共1,286条，其中12条')
  })

  it('remembers where each letter stood', () => {
    const { text, origin } = canonical('受理 17649 件')
    expect(text).toBe('受理17649件')
    expect(origin[text.indexOf('件')]).toBe('受理 17649 件'.indexOf('件'))
  })

  it('reads traditional script', () => {
    expect(canonical('依申請公開').text).toBe('依申请公开')
  })
})
