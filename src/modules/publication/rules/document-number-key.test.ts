// 文号 in every shape are one number.
import { describe, expect, it } from 'vitest'
import { documentNumberIn, exactNumberKey } from './document-number-key.ts'

describe('the key of', () => {
  it.each([
    ['青政办发〔2026〕12号', '青政办发202612'],
    ['青政办发[2026]12号', '青政办发202612'],
    ['青政办发（2026）12号', '青政办发202612'],
    ['青政办发【2026】012号', '青政办发202612'],
    ['青政辦發〔2026〕第12號', '青政办发202612'],
    ['青政办发 〔 2026 〕 12 号', '青政办发202612'],
    ['青政办发２０２６ １２号', '青政办发202612'],
    ['国务院令第711号', '国务院令711'],
  ])('%s', (written, key) => expect(exactNumberKey(written)).toBe(key))

  it('no number is none', () => {
    expect(exactNumberKey(null)).toBeNull()
    expect(exactNumberKey('  ')).toBeNull()
  })
})

describe('the number in a question', () => {
  it.each([
    ['青政办发〔2026〕12号', '青政办发〔2026〕12号'],
    ['请问 国办发[2017]47号 还有效吗', '国办发[2017]47号'],
    ['国务院令第711号', '国务院令第711号'],
    ['低保标准', undefined],
    ['2026年招生', undefined],
  ])('%s', (question, number) => expect(documentNumberIn(question)).toBe(number))
})
