// What changed between two texts, as the public change history shows it.
import { describe, expect, it } from 'vitest'
import { compareTexts, isUnchanged } from './compare-texts.ts'

describe('the comparison', () => {
  it('marks the characters of a changed line and leaves the others alone', () => {
    expect(compareTexts('第一段\n12月10日前完成', '第一段\n12月5日前完成')).toEqual([
      [{ text: '第一段', change: 'same' }],
      [
        { text: '12月', change: 'same' },
        { text: '10', change: 'removed' },
        { text: '5', change: 'added' },
        { text: '日前完成', change: 'same' },
      ],
    ])
  })

  it('shows lines that came and lines that went', () => {
    expect(compareTexts('一\n二', '二\n三')).toEqual([[{ text: '一', change: 'removed' }], [{ text: '二', change: 'same' }], [{ text: '三', change: 'added' }]])
  })

  it('knows that nothing changed', () => {
    expect(isUnchanged(compareTexts('一\n二', '一\n二'))).toBe(true)
  })
})
