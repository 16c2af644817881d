// What the detectors of the gate find in a report, as sentences of its unit.
import { describe, expect, it } from 'vitest'
import { figuresOf, sheetWith } from '../rules/text/fixtures.ts'
import { readingOf } from '../rules/text/reading-of.ts'
import { hitsIn } from './word-hits.ts'

const hits = (unitName: string, body: string): string[] => {
  const sheet = sheetWith({ 1: body }, { unitName })
  return hitsIn(readingOf(sheet, figuresOf(sheet)).reading).map(({ code, match }) => `${code} ${match}`)
}

describe('the words of a report', () => {
  it('are another unit’s where they speak of its own work', () => {
    expect(hits('青岚县教育局', '青岚县财政局认真落实本局公开职责。')).toEqual(['foreign-unit 青岚县财政局'])
    expect(hits('青岚县财政局', '青岚县财政局认真落实本局公开职责。')).toEqual([])
  })

  it('tell days that no calendar has', () => {
    expect(hits('青岚县教育局', '2025年2月30日召开会议。')).toEqual(['date-impossible 2025年2月30日'])
  })
})
