// Notices as they were issued, pasted whole; expectations typed by hand.
import { describe, expect, test } from 'vitest'
import { readNotice } from './read-notice.ts'

const of2026 = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号
各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。
国务院办公厅
2025年11月4日`

describe('a pasted notice', () => {
  test('of 2026 gives its days, its number and nothing to doubt', () => {
    expect(readNotice(of2026)).toEqual({
      entry: {
        year: 2026,
        notice: '国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）',
        off: [
          { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
          { name: '春节', from: '2026-02-15', to: '2026-02-23' },
          { name: '清明节', from: '2026-04-04', to: '2026-04-06' },
          { name: '劳动节', from: '2026-05-01', to: '2026-05-05' },
          { name: '端午节', from: '2026-06-19', to: '2026-06-21' },
          { name: '中秋节', from: '2026-09-25', to: '2026-09-27' },
          { name: '国庆节', from: '2026-10-01', to: '2026-10-07' },
        ],
        worked: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
      },
      doubts: [],
    })
  })

  test('leaves out days on which leave is only encouraged', () => {
    const { entry, doubts } = readNotice(
      '关于2024年部分节假日安排的通知\n一、元旦：1月1日放假，与周末连休。\n二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。\n三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。',
    )
    expect([entry?.off, entry?.worked, doubts]).toEqual([
      [
        { name: '元旦', from: '2024-01-01', to: '2024-01-01' },
        { name: '春节', from: '2024-02-10', to: '2024-02-17' },
        { name: '清明节', from: '2024-04-04', to: '2024-04-06' },
      ],
      ['2024-02-04', '2024-02-18', '2024-04-07'],
      [],
    ])
  })

  test.each([
    ['with its year', '一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。', '2018-12-30', '2019-01-01', ['2018-12-29']],
    ['without it', '一、元旦：12月30日（星期日）至1月1日放假调休，共3天。12月29日（星期六）上班。', '2018-12-30', '2019-01-01', ['2018-12-29']],
    ['in full-width figures', '一、元旦：２０１８年１２月３０日至２０１９年１月１日放假。', '2018-12-30', '2019-01-01', []],
    ['as one day', '一、元旦：1月1日（周二）放假1天，不调休。', '2019-01-01', '2019-01-01', []],
  ])('reads New Year across the turn of the year, %s', (_, text, from, to, worked) => {
    const { entry, doubts } = readNotice(`2019年节假日安排\n${text}`)
    expect([entry?.off, entry?.worked, doubts]).toEqual([[{ name: '元旦', from, to }], worked, []])
  })

  test.each([
    ['a weekday that is another', '一、元旦：1月1日（周五）放假。', { code: 'wrong-weekday', facts: { day: '2026-01-01', said: '周五', is: '周四' } }],
    ['a sum that is another', '一、元旦：1月1日至3日放假，共4天。', { code: 'wrong-count', facts: { name: '元旦', said: 4, counted: 3 } }],
    ['a day that does not exist', '一、元旦：1月1日放假。二、春节：2月30日放假。', { code: 'no-such-day', facts: { name: '春节', text: '2月30日' } }],
    ['a chapter without days', '一、元旦：1月1日放假。二、春节：另行通知。', { code: 'left-unread', facts: { name: '春节' } }],
  ])('tells %s', (_, text, doubt) => {
    expect(readNotice(`2026年部分节假日安排\n${text}`).doubts).toContainEqual(doubt)
  })

  test.each(['', '今天天气很好。', '一、元旦：1月1日放假。', `${'一、'.repeat(5000)}${'1日至'.repeat(5000)}`])('without a year gives nothing: %#', (text) => {
    expect(readNotice(text)).toEqual({ entry: undefined, doubts: [{ code: 'year-not-found', facts: {} }] })
  })
})
