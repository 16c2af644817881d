// How a text is said, row by row as an announcer would say it; written by hand.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digitByDigit, spokenNumber, spokenWhole } from './numerals.ts'
import { spoken } from './spoken.ts'

describe('numbers', () => {
  it.each([
    ['0', '零'],
    ['2', '二'],
    ['10', '十'],
    ['12', '十二'],
    ['20', '二十'],
    ['101', '一百零一'],
    ['110', '一百一十'],
    ['115', '一百一十五'],
    ['200', '二百'],
    ['1000', '一千'],
    ['2000', '两千'],
    ['1001', '一千零一'],
    ['1010', '一千零一十'],
    ['10000', '一万'],
    ['20000', '两万'],
    ['22000', '两万二千'],
    ['10005', '一万零五'],
    ['100500', '十万零五百'],
    ['1234567', '一百二十三万四千五百六十七'],
    ['100000000', '一亿'],
    ['100000001', '一亿零一'],
    ['200010000', '两亿零一万'],
    ['10000000000000', '十万亿'],
  ])('%s → %s', (written, said) => expect(spokenWhole(written)).toBe(said))

  it.each([
    ['12,345.60', '一万二千三百四十五点六零'],
    ['0.05', '零点零五'],
    ['-3.5', '负三点五'],
    ['7123', '七千一百二十三'],
  ])('%s → %s', (written, said) => expect(spokenNumber(written)).toBe(said))

  it('are said so that the number can be told from the words', () => {
    const figures = '零一二三四五六七八九'
    const valueOf = (said: string): number => {
      const unit: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
      let [total, section, digit] = [0, 0, 0]
      for (const word of said.replaceAll('两', '二')) {
        if (figures.includes(word)) digit = figures.indexOf(word)
        else if (word === '万' || word === '亿') {
          const size = word === '万' ? 10_000 : 100_000_000
          total = word === '亿' ? (total + section + digit) * size : total + (section + digit) * size
          section = 0
          digit = 0
        } else {
          section += (digit === 0 ? 1 : digit) * (unit[word] ?? 1)
          digit = 0
        }
      }
      return total + section + digit
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
        expect(valueOf(spokenWhole(String(value)))).toBe(value)
      }),
    )
  })

  it('are said digit by digit in codes', () => {
    expect([digitByDigit('2011'), digitByDigit('12110', '幺')]).toEqual(['二零一一', '幺二幺幺零'])
  })
})

const rows: readonly (readonly [written: string, said: string])[] = [
  ['青政办发〔2026〕3号', '青政办发二零二六年第三号'],
  ['青政办发[2026]12号', '青政办发二零二六年第十二号'],
  ['国办发〔2017〕47号文件', '国办发二零一七年第四十七号文件'],
  ['国务院令第711号', '国务院令第七百一十一号'],
  ['2026年3月9日', '二零二六年三月九日'],
  ['2026年12月31日前', '二零二六年十二月三十一日前'],
  ['2026-03-09', '二零二六年三月九日'],
  ['2026.3.9', '二零二六年三月九日'],
  ['2024—2026年', '二零二四至二零二六年'],
  ['2024年至2026年', '二零二四至二零二六年'],
  ['2011年度', '二零一一年度'],
  ['30年', '三十年'],
  ['2年内', '两年内'],
  ['2月2日', '二月二日'],
  ['第2条', '第二条'],
  ['2个工作日', '两个工作日'],
  ['20个工作日', '二十个工作日'],
  ['12个工作日', '十二个工作日'],
  ['2万元', '两万元'],
  ['1.5万元', '一点五万元'],
  ['12,345.60元', '一万二千三百四十五点六零元'],
  ['￥300', '三百元'],
  ['3-5个', '三至五个'],
  ['3～5天', '三至五天'],
  ['1.5～2万元', '一点五至二万元'],
  ['增长12.5%', '增长百分之十二点五'],
  ['5%-8%', '百分之五至百分之八'],
  ['5-8％', '百分之五至百分之八'],
  ['下降-3%', '下降百分之负三'],
  ['2‰', '千分之二'],
  ['8:30-12:00', '八点三十分至十二点整'],
  ['上午8：30至12：00', '上午八点三十分至十二点整'],
  ['7:05', '七点零五分'],
  ['14:00', '十四点整'],
  ['-5℃', '零下五摄氏度'],
  ['18℃以上', '十八摄氏度以上'],
  ['面积4800㎡', '面积四千八百平方米'],
  ['面积2km²', '面积两平方公里'],
  ['长12.7km', '长十二点七公里'],
  ['35μg/m³', '三十五微克每立方米'],
  ['3~5km', '三至五公里'],
  ['PM2.5浓度', 'PM二点五浓度'],
  ['G30高速', 'G三零高速'],
  ['A4纸', 'A四纸'],
  ['0960-5021086', '零九六零，五零二幺零八六'],
  ['拨打12345', '拨打幺二三四五'],
  ['12345政务服务热线', '幺二三四五政务服务热线'],
  ['联系电话：5021086', '联系电话：五零二幺零八六'],
  ['13800138000', '幺三八零零幺三八零零零'],
  ['索引号MBQL09012/2026-00007', '索引号MBQL零九零幺二，二零二六，零零零零七'],
  ['三分之一以上，即1/3', '三分之一以上，即三分之一'],
  ['1．申请人身份证', '第一，申请人身份证'],
  ['（2）申请书', '第二，申请书'],
  ['学位540个、班级12个', '学位五百四十个、班级十二个'],
  ['每组2人，共22人', '每组两人，共二十二人'],
  ['成绩≥60分', '成绩大于等于六十分'],
  ['各学校：', '各学校：'],
]

describe('a text is said', () => {
  it.each(rows)('%s → %s', (written, said) => expect(spoken(written)).toBe(said))

  it('without a figure left, whatever it says', () => {
    const word = fc.constantFrom(
      '年',
      '月',
      '日',
      '号',
      '〔',
      '〕',
      '%',
      '℃',
      '-',
      '—',
      '～',
      ':',
      '.',
      ',',
      '个',
      '万',
      '元',
      'km',
      '第',
      '（',
      '）',
      '电话',
      '热线',
      '2',
      '0',
      '13',
      '2026',
      '1,000',
      '3.5',
      'A',
      '/',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 14 }), (words) => {
        expect(spoken(words.join(''))).not.toMatch(/[0-9]/)
      }),
      { numRuns: 2000 },
    )
  })
})
