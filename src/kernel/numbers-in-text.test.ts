// Document numbers in running text: each row is a sentence as officials write it, and the numbers a reader sees in it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { documentNumbersIn } from './document-number.ts'

const textsIn = (text: string): string[] => documentNumbersIn(text).map(({ number }) => number.text)

describe('numbers in a text', () => {
  it.each([
    { text: '《关于印发〈办法〉的通知》（青政办发〔2026〕12号）', numbers: ['青政办发〔2026〕12号'], because: 'in brackets after a title' },
    { text: '根据国办发〔2017〕47号文件要求', numbers: ['国办发〔2017〕47号'], because: 'right after a verb' },
    {
      text: '按照青政发[2021]014号、青民发（2024）第2号和青教发【2023】9号的规定',
      numbers: ['青政发〔2021〕14号', '青民发〔2024〕2号', '青教发〔2023〕9号'],
      because: 'three in a row, in three kinds of brackets, with zeros',
    },
    { text: '原青政办发〔2019〕41号同时废止', numbers: ['青政办发〔2019〕41号'], because: 'a former document' },
    { text: '废止和政发〔2010〕3号', numbers: ['和政发〔2010〕3号'], because: '和 belongs to the code of 和田' },
    { text: '太原市人民政府并政发〔2020〕6号', numbers: [], because: 'where the code begins would be a guess: a full name is no code' },
    { text: '《条例》（国务院令第711号）自2019年5月15日起施行', numbers: ['国务院令第711号'], because: 'an order' },
    { text: '国家发展改革委令（第16号）', numbers: ['国家发展改革委令第16号'], because: 'an order with its number in brackets' },
    { text: '青政办发〔２０２６〕１２号', numbers: ['青政办发〔2026〕12号'], because: 'full-width digits' },
    { text: '青政辦發〔2026〕12號', numbers: ['青政辦發〔2026〕12号'], because: 'traditional script' },
    { text: '共有3个（2026）12号楼', numbers: [], because: 'a house is no document' },
    { text: '2026年第3号公告，联系电话0960-5021086', numbers: [], because: 'no year in brackets, no code' },
    { text: '（2026）12号', numbers: [], because: 'no code' },
  ])('$text: $because', ({ text, numbers }) => {
    expect(textsIn(text)).toEqual(numbers)
  })

  it('stand where they were written', () => {
    const text = '依据国办函〔2020〕109号收费。'
    const [one] = documentNumbersIn(text)
    expect(text.slice(one?.at, one?.end)).toBe('国办函〔2020〕109号')
  })

  it('are found whatever stands around them', () => {
    const around = fc.stringMatching(/^[，。；：（）《》“” \n]{0,6}$/)
    const number = fc.record({
      code: fc.constantFrom('国办发', '青政发', '张政办发', '银纪发', '发改价格'),
      year: fc.integer({ min: 1990, max: 2030 }),
      serial: fc.integer({ min: 1, max: 9999 }),
    })
    fc.assert(
      fc.property(around, number, around, (before, { code, year, serial }, after) => {
        expect(textsIn(`${before}${code}〔${year}〕${serial}号${after}`)).toEqual([`${code}〔${year}〕${serial}号`])
      }),
      { numRuns: 200 },
    )
  })

  it('take time in step with the length of hostile text', () => {
    for (const text of ['根'.repeat(200_000), '〔2020〕'.repeat(40_000), '发〔2020〕1号'.repeat(30_000), '令第1号'.repeat(40_000)])
      expect(documentNumbersIn(text).length).toBeGreaterThanOrEqual(0)
  })
})
