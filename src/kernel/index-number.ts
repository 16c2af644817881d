// 索引号: the number of a piece of government information, its shapes, and the codes at its front (fact: 目录系统实施指引 part 2).

export const lastSerial = 99_999
const organizationCode = /^[0-9A-Z]{8}[0-9X]$/
const creditCode = /^[0-9A-HJ-NPQRTUWXY]{18}$/

/** True for the nine characters of GB 11714 or the eighteen of GB 32100: the shape alone, because real numbers fail the check digit. */
export const isFrontCode = (code: string): boolean => organizationCode.test(code) || creditCode.test(code)

/** `000014349/2026-00012`. Throws a RangeError where a part is out of its range: the caller has checked. */
export function indexNumberOf(frontCode: string, year: number, serial: number): string {
  if (!isFrontCode(frontCode)) throw new RangeError(`not a front code: ${frontCode}`)
  if (!Number.isInteger(year) || year < 1900 || year > 2099) throw new RangeError(`not a year of index numbers: ${year}`)
  if (!Number.isInteger(serial) || serial < 1 || serial > lastSerial) throw new RangeError(`no such serial: ${serial}`)
  return `${frontCode}/${year}-${String(serial).padStart(5, '0')}`
}

export type IndexNumberShape = 'national' | 'credit-code' | 'with-month' | 'local-front' | 'hyphenated' | 'grouped' | 'digits'

export interface IndexNumberParts {
  readonly shape: IndexNumberShape
  readonly text: string
  /** Where the shape has one. */
  readonly frontCode?: string
  readonly year?: number
  readonly serial?: number
}

// From the strictest to the loosest. Each was seen on a real site; what fits none is no index number.
const shapes: readonly (readonly [IndexNumberShape, RegExp])[] = [
  ['national', /^(?<front>[0-9A-Z]{8}[0-9X])\/(?<year>(?:19|20)\d{2})-(?<serial>\d{5})$/],
  ['credit-code', /^(?<front>[0-9A-HJ-NPQRTUWXY]{18})\/(?<year>(?:19|20)\d{2})-(?<serial>\d{5})$/],
  ['with-month', /^(?<front>[0-9A-Z]{9}|[0-9A-Z]{18})\/(?<year>(?:19|20)\d{2})(?:0[1-9]|1[0-2])-(?<serial>\d{3,6})$/],
  ['local-front', /^(?<front>[0-9A-Z]{5,18}(?:-[0-9A-Z])?)\/(?<year>(?:19|20)\d{2})-(?<serial>\d{3,8})$/],
  ['hyphenated', /^(?<front>[0-9A-Z]{8}[0-9X]|[0-9A-Z]{18})-(?<year>(?:19|20)\d{2})-(?<serial>\d{3,8})$/],
  ['grouped', /^[0-9A-Z]{2,9}(?:-[0-9A-Z]{1,8}){2,5}$/],
  ['digits', /^\d{18,24}$/],
]

/** Half width, upper case, without blanks; slashes and dashes in one form. */
export function normalizeIndexNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[‐‑‒–—―−]/g, '-')
    .toUpperCase()
}

/** The parts of an index number of any shape that is known, or undefined. */
export function readIndexNumber(text: string): IndexNumberParts | undefined {
  const normalized = normalizeIndexNumber(text)
  for (const [shape, pattern] of shapes) {
    const found = pattern.exec(normalized)
    if (!found) continue
    const { front, year, serial } = found.groups ?? {}
    return { shape, text: normalized, ...(front && { frontCode: front }), ...(year && { year: Number(year) }), ...(serial && { serial: Number(serial) }) }
  }
  return undefined
}

/** True for the shape that is generated here, so that a number of old stock can meet one of ours. */
export const isOwnShape = (text: string): boolean => ['national', 'credit-code'].includes(readIndexNumber(text)?.shape ?? '')

export type CodeCheck = 'right' | 'wrong-check-digit' | 'wrong-shape'

const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2]
const organizationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** GB 11714, with or without the hyphen. A wrong check digit is a warning: many codes in use were given out locally. */
export function checkOrganizationCode(text: string): CodeCheck {
  const code = text.trim().toUpperCase().replace('-', '')
  if (!organizationCode.test(code)) return 'wrong-shape'
  const sum = organizationWeights.reduce((sofar, weight, place) => sofar + weight * organizationAlphabet.indexOf(code.charAt(place)), 0)
  const expected = 11 - (sum % 11)
  return code.charAt(8) === (expected === 10 ? 'X' : String(expected % 11)) ? 'right' : 'wrong-check-digit'
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** GB 32100. A wrong check digit is a warning. */
export function checkCreditCode(text: string): CodeCheck {
  const code = text.trim().toUpperCase()
  if (!creditCode.test(code)) return 'wrong-shape'
  const sum = creditWeights.reduce((sofar, weight, place) => sofar + weight * creditAlphabet.indexOf(code.charAt(place)), 0)
  return code.charAt(17) === creditAlphabet.charAt((31 - (sum % 31)) % 31) ? 'right' : 'wrong-check-digit'
}

/** Characters 9 to 17 of a credit code are the organization code of the same body. */
export function organizationCodeIn(creditCodeText: string): string | undefined {
  return creditCode.test(creditCodeText) ? creditCodeText.slice(8, 17) : undefined
}
