// Findings shown in the text: no letter is lost, none is shown twice.
import { describe, expect, it } from 'vitest'
import { metIn } from './check/finding.ts'
import { markedText } from './marked.ts'
import { canonical } from './read/canonical.ts'
import type { Paragraph } from './read/reading.ts'

const paragraphOf = (written: string): Paragraph => ({ place: '正文第1段', written, ...canonical(written), figures: [], heading: false, cut: false })

describe('a report with its findings in it', () => {
  it('marks the letters as they were written, spaces and all', () => {
    const paragraphs = [paragraphOf('重点 抓好 五 项 工作')]
    const met = [metIn('items-announced', paragraphs, 0, [4, 6], { message: '' })]
    expect(markedText(paragraphs, met)[0]?.pieces).toEqual([
      { text: '重点 抓好 ', finding: null },
      { text: '五 项 ', finding: 0 },
      { text: '工作', finding: null },
    ])
  })

  it('shows letters of two findings once, under the first', () => {
    const paragraphs = [paragraphOf('甲乙丙丁戊')]
    const met = [metIn('contradiction', paragraphs, 0, [1, 4], { message: '' }), metIn('rate-differs', paragraphs, 0, [2, 5], { message: '' })]
    const pieces = markedText(paragraphs, met)[0]?.pieces ?? []
    expect(pieces).toEqual([
      { text: '甲', finding: null },
      { text: '乙丙丁', finding: 0 },
      { text: '戊', finding: 1 },
    ])
    expect(pieces.map(({ text }) => text).join('')).toBe('甲乙丙丁戊')
  })
})
