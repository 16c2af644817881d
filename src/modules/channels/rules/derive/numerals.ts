// Numbers as they are spoken: 一万二千三百四十五点六, and digit by digit for years, codes and telephones.
const figures = [...'零一二三四五六七八九']

/** `2026` → 二零二六; telephones and codes say 幺 for one. */
export const digitByDigit = (digits: string, one: '一' | '幺' = '一'): string =>
  [...digits].map((digit) => (digit === '1' ? one : (figures[Number(digit)] ?? digit))).join('')

const places = ['', '十', '百', '千']

/** A group of four digits, without zeros in front. */
function group(digits: string, begins: boolean): string {
  let text = ''
  let gap = false
  ;[...digits].forEach((digit, at) => {
    const place = digits.length - 1 - at
    if (digit === '0') {
      gap = text !== ''
      return
    }
    if (gap) text += '零'
    gap = false
    text += (digit === '2' && place === 3 && begins && text === '' ? '两' : (figures[Number(digit)] ?? '')) + (places[place] ?? '')
  })
  return text
}

const groups = ['', '万', '亿', '万亿']

/** A whole number of up to sixteen digits; longer ones are read as codes. */
export function spokenWhole(written: string): string {
  const digits = written.replace(/^0+(?=\d)/, '')
  if (digits.length > 16) return digitByDigit(digits)
  if (digits === '0') return '零'
  const parts: string[] = []
  for (let end = digits.length; end > 0; end -= 4) parts.unshift(digits.slice(Math.max(0, end - 4), end))
  let text = ''
  parts.forEach((part, at) => {
    const unit = groups[parts.length - 1 - at] ?? ''
    const value = Number(part)
    if (value === 0) {
      if (text !== '' && !text.endsWith('零')) text += '零'
      return
    }
    if (text !== '' && value < 1000 && !text.endsWith('零')) text += '零'
    text += (value === 2 && unit !== '' && text === '' ? '两' : group(part, text === '')) + unit
  })
  const trimmed = text.replace(/零+$/, '')
  // 一十五 is said 十五 only where it begins the number
  return trimmed.replace(/^一十/, '十')
}

/** `-12,345.60` → 负一万二千三百四十五点六零. */
export function spokenNumber(written: string): string {
  const plain = written.replaceAll(/[,，](?=\d{3})/g, '')
  const [, sign = '', whole = '', part = ''] = /^([-−－]?)(\d+)(?:\.(\d+))?$/.exec(plain) ?? []
  if (whole === '') return written
  return `${sign === '' ? '' : '负'}${spokenWhole(whole)}${part === '' ? '' : `点${digitByDigit(part)}`}`
}
