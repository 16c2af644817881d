// 发文字号 in all the shapes in which people write it, brought to the one the standard asks for: 张政办发〔2010〕303号.
// GB/T 9704-2012 7.2.5: code of the agency, year in full in 六角括号, serial in Arabic digits without leading zeros, 号.

/** What had to be done to a written number. `year-split` and `end-missing` are readings that a person must confirm. */
export type NumberRepair = 'spaces' | 'digits' | 'brackets' | 'leading-zeros' | 'serial-word' | 'year-split' | 'end-missing'

export interface DocumentNumber {
  readonly text: string
  /** 机关代字, or what stands before 第 in the number of an order. */
  readonly code: string
  /** Null for orders: 国务院令第711号. */
  readonly year: number | null
  readonly serial: string
  readonly repairs: readonly NumberRepair[]
  /** A repair was a guess. */
  readonly doubtful: boolean
}

const guesses: readonly NumberRepair[] = ['year-split', 'end-missing']

const open = '[〔［\\[【(（﹝〈<]'
const close = '[〕］\\]】)）﹞〉>]'
const code = String.raw`([\p{Script=Han}A-Za-z][\p{Script=Han}A-Za-z0-9（）()、·]{0,29}?)`
const year = String.raw`((?:19|20)\d{2})`

const whole = new RegExp(`^${code}${open}${year}年?${close}(第?)(0*)([1-9]\\d{0,5})(号?)$`, 'u')
const withoutRightBracket = new RegExp(`^${code}${open}${year}(第?)(0*)([1-9]\\d{0,3})号$`, 'u')
const order = /^([\p{Script=Han}]{1,30}令?)?[(（]?第(0*)([1-9]\d{0,4}|[一二三四五六七八九十百〇零]{1,7})号[)）]?$/u

const plainDigits = (text: string): string => text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** Reads `written`, the whole of which must be a document number; undefined where it is none. */
export function readDocumentNumber(written: string): DocumentNumber | undefined {
  const repairs = new Set<NumberRepair>()
  const dense = written.replace(/[\s\u00a0\u3000]+/g, '')
  if (dense !== written.trim()) repairs.add('spaces')
  const text = plainDigits(dense).replace(/號$/, '号')
  if (text !== dense) repairs.add('digits')

  const made = (codeText: string, yearText: string | null, serial: string, body: string): DocumentNumber => ({
    text: body,
    code: codeText,
    year: yearText === null ? null : Number(yearText),
    serial,
    repairs: [...repairs],
    doubtful: guesses.some((guess) => repairs.has(guess)),
  })

  const full = whole.exec(text)
  if (full) {
    const [, codeText = '', yearText = '', ordinal, zeros, serial = '', end] = full
    if (!text.includes(`〔${yearText}〕`)) repairs.add('brackets')
    if (ordinal) repairs.add('serial-word')
    if (zeros) repairs.add('leading-zeros')
    if (!end) repairs.add('end-missing')
    return made(codeText, yearText, serial, `${codeText}〔${yearText}〕${serial}号`)
  }
  const split = withoutRightBracket.exec(text)
  if (split) {
    const [, codeText = '', yearText = '', , zeros, serial = ''] = split
    repairs.add('year-split')
    if (zeros) repairs.add('leading-zeros')
    return made(codeText, yearText, serial, `${codeText}〔${yearText}〕${serial}号`)
  }
  const ordered = order.exec(text)
  if (ordered) {
    const [, codeText = '', zeros, serial = ''] = ordered
    if (zeros) repairs.add('leading-zeros')
    return made(codeText, null, serial, `${codeText}第${serial}号`)
  }
  return undefined
}

/** The number brought to standard form where it can be read without guessing, else as it was written, trimmed. */
export function normalDocumentNumber(written: string): string {
  const number = readDocumentNumber(written)
  return number && !number.doubtful ? number.text : written.trim()
}

/** What exact search compares: no brackets, no spaces, no 第 and 号, ASCII digits. */
export const documentNumberKey = (text: string): string =>
  plainDigits(text)
    .replace(/[\s\u00a0\u3000第号號]/g, '')
    .replace(new RegExp(`${open}|${close}`, 'g'), '')
    .toLowerCase()

/** A number met in running text, from `at` up to `end`. */
export interface NumberInText {
  readonly at: number
  readonly end: number
  readonly number: DocumentNumber
}

const numberTail = new RegExp(`${open}\\s*${year}年?\\s*${close}\\s*第?\\s*0*[1-9]\\d{0,5}\\s*[号號]|令\\s*[(（]?第\\s*0*[1-9]\\d{0,4}\\s*[号號]`, 'gu')
const codeBefore = /[\p{Script=Han}A-Za-z·]{1,30}$/u
/** Words of a sentence that stand right before a number without a mark between: what follows the last of them is the code. */
const leadingWords =
  /根据|按照|依据|依|据|按|对|在|以|如|依照|参照|遵照|对照|执行|贯彻|落实|印发|转发|下发|发布|公布|废止|修改|修订|替代|取代|代替|以及|并将|会同|文件|通知|规定|办法|意见|决定|原|见|的|与|及|和|或|将|由|即|了|号/gu
const longestCode = 14

/** What is left of `text` once the words of the sentence are cut off its head: 根据国办发 → 国办发. 和政发 keeps its 和: nothing is called 政发. */
function codeIn(text: string): string {
  let kept = text
  for (const word of text.matchAll(leadingWords)) {
    const rest = text.slice(word.index + word[0].length)
    if (rest.length >= 2 && !/^[政府]/u.test(rest)) kept = rest
  }
  return kept
}

/** Every document number in a text, in order: what stands in brackets or after a verb, one after the other or alone. */
export function documentNumbersIn(text: string): NumberInText[] {
  const found: NumberInText[] = []
  const plain = plainDigits(text)
  let past = 0
  for (const tail of plain.matchAll(numberTail)) {
    const isOrder = tail[0].startsWith('令')
    const before = codeBefore.exec(plain.slice(Math.max(past, tail.index - 40), tail.index))?.[0] ?? ''
    const maker = codeIn(before)
    if (maker.length < 2 || maker.length > longestCode || (!isOrder && maker.includes('人民政府'))) continue
    const at = tail.index - maker.length
    const end = tail.index + tail[0].length
    const number = readDocumentNumber(isOrder ? plain.slice(at, end).replaceAll(/[(（]/g, '') : plain.slice(at, end))
    if (!number) continue
    found.push({ at, end, number })
    past = end
  }
  return found
}
