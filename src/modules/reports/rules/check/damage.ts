// Dates and numbers that lost letters on their way: 201611日, 国办发〔201619号, 收到申请件, 17,64条.
import { chineseDay } from '../../../../kernel/day.ts'
import { readWrittenDate } from '../../../../kernel/written-date.ts'
import type { Reading } from '../read/reading.ts'
import { metIn, type Met } from './finding.ts'

/** A year that runs into its month: told by 日, or by a word before it. */
const run = /(?<![\d.\-/〔［[（])((?:19|20)\d{2})(\d{2,4})(日?)(?![\d%.〕\]］）]|年|元|万|亿|件|个|人|户|条|次|号)/g
const introduces = /(?:截至|截止|从|自|至|到|于|起|为)$/
/** 起1231: the second day of a span whose first lost its year. */
const second = /(?<=(?:(?:19|20)\d{4,6})日?(?:起|始)?(?:至|到|起|止)?)((?:0?[1-9]|1[0-2])\d{2})(日?)(?=[。，；止期])/g
const withoutBracket = /[\p{Script=Han}]{2,10}[〔［[【（](?:19|20)\d{3,7}号/gu
const countless =
  /(?:(?:新收|收到|受理|办结)(?:到|了)?(?:政府信息|信息)?(?:公开)?(申请[件宗条])|(?:主动)?(?:公开|发布)(?:政府)?(信息条)|(率(?:为|达到|达)%))(?=[，。；、）]|$)/g
/** 1月至13月: no year has it. */
const noSuchMonth = /(?<=[年至到])(?:1[3-9]|[2-9]\d)月(?!龄)/g
const brokenThousands = /(?<![\d,.])\d{1,3},(?:\d{2}|\d{4,})(?=余?[条件个人户元万次份篇项笔家名处册宗])/g

const oneOf = (written: string): string => {
  const candidates = readWrittenDate(written)?.candidates ?? []
  return candidates.length === 0 ? '' : candidates.map(chineseDay).join('或者')
}

export function* damage({ paragraphs }: Reading): Generator<Met> {
  for (const [index, { text, written }] of paragraphs.entries()) {
    const half = written.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)).replace(/，(?=\d)/g, ',')
    for (const found of text.matchAll(run)) {
      const [whole, , rest = '', end] = found
      const read = readWrittenDate(whole)
      if (!read || read.candidates.length === 0 || (end === '' && !introduces.test(text.slice(0, found.index)))) continue
      if (rest.length === 3 && read.day === null && read.candidates.length === 0) continue
      yield metIn('date-damaged', paragraphs, index, [found.index, found.index + whole.length], {
        message: `日期“${whole}”缺少“年”“月”等字${oneOf(whole) ? `，可能是${oneOf(whole)}` : ''}。`,
        expected: oneOf(whole),
        found: whole,
      })
    }
    for (const found of text.matchAll(second)) {
      const year = /(?:19|20)\d{2}(?=\d{2,4}日?\D{0,2}$)/.exec(text.slice(Math.max(0, found.index - 14), found.index))?.[0] ?? ''
      const read = oneOf(`${year}${found[1] ?? ''}`)
      if (read === '') continue
      yield metIn('date-damaged', paragraphs, index, [found.index, found.index + found[0].length], {
        message: `日期“${found[0]}”缺少“月”“日”等字，可能是${read}。`,
        expected: read,
        found: found[0],
      })
    }
    for (const found of text.matchAll(noSuchMonth))
      yield metIn('date-impossible', paragraphs, index, [found.index, found.index + found[0].length], { message: `没有“${found[0]}”。`, found: found[0] })
    for (const found of text.matchAll(withoutBracket)) {
      if (/[〕］\]】）]/.test(found[0])) continue
      yield metIn('number-damaged', paragraphs, index, [found.index, found.index + found[0].length], {
        message: `文号“${found[0]}”缺少右括号，年份与序号连在一起。`,
        found: found[0],
      })
    }
    for (const found of text.matchAll(countless)) {
      const lost = found[1] ?? found[2] ?? found[3] ?? ''
      yield metIn('number-damaged', paragraphs, index, [found.index, found.index + found[0].length], {
        message: `“${found[0]}”缺少数字。`,
        found: lost,
      })
    }
    for (const found of half.matchAll(brokenThousands)) {
      const at = text.indexOf(found[0].replace(',', '，'))
      const place = at >= 0 ? at : Math.max(0, text.indexOf(found[0]))
      yield metIn('number-damaged', paragraphs, index, [place, place + found[0].length], {
        message: `“${found[0]}”千位分隔的位置不对，可能缺少数字。`,
        found: found[0],
      })
    }
  }
}
