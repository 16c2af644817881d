// Document numbers that are not written as the standard asks: wrong brackets, a lost bracket, 第 or leading zeros.
import { readDocumentNumber } from '../../../../kernel/document-number.ts'
import type { Hit, Subject } from '../subject.ts'

type Code = 'document-number-brackets' | 'document-number-damaged'

const opening = '〔［\\[【(（﹝〈<'
const closing = '〕］\\]】)）﹞〉>'
/** A code ends with the kind of paper or the office that numbers it: 发, 函, 办, 字 … */
const codeEnd = '[发函办字规令电文建通委教财民审批知告纪监党组任公农资规社卫水交环科商文旅应统价综]'
const cited = new RegExp(
  `([\\p{Script=Han}]{1,9}${codeEnd}|[\\p{Script=Han}]${codeEnd})([${opening}])((?:19|20)\\d{2})(?:年)?([${closing}]?)(第?)(\\d{1,4})号(?![楼线馆院门台井地块机])`,
  'gu',
)
/** Stands in every number, and in few paragraphs: the others need not be tried letter by letter. */
const bracketedYear = new RegExp(`[${opening}](?:19|20)\\d{2}`, 'u')
/** Words before a number that are no part of its code. */
const leading = /^.*(?:根据|按照|依据|依照|执行|参照|贯彻|落实|印发|转发|关于|以及|见|和|与|及|按|以|据|照|文件|通知)(?=[\p{Script=Han}]{2})/u

export function* documentNumbers({ pieces }: Subject): Generator<Hit<Code>> {
  for (const [index, { plain, text }] of pieces.entries())
    for (const found of bracketedYear.test(plain) ? plain.matchAll(cited) : []) {
      const [whole, letters = '', open, year, close, ordinal, serial = ''] = found
      const skipped = leading.exec(letters)?.[0].length ?? 0
      const at = found.index + skipped
      const match = text.slice(at, found.index + whole.length)
      const damaged = close === ''
      if (!damaged && open === '〔' && close === '〕' && ordinal === '' && !serial.startsWith('0')) continue
      const suggestion = readDocumentNumber(`${letters.slice(skipped)}〔${year}〕${serial}号`)?.text
      yield { code: damaged ? 'document-number-damaged' : 'document-number-brackets', piece: index, at, match, ...(suggestion !== undefined && { suggestion }) }
    }
}
