import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentNumberKey, normalDocumentNumber, readDocumentNumber } from './document-number.ts'

const sure: readonly (readonly [string, string, string])[] = [
  ['青政办发〔2026〕12号', '青政办发〔2026〕12号', 'standard form stays'],
  ['青政办发[2026]12号', '青政办发〔2026〕12号', 'square brackets'],
  ['青政办发(2026)12号', '青政办发〔2026〕12号', 'round brackets'],
  ['青政办发（2026）12号', '青政办发〔2026〕12号', 'full-width round brackets'],
  ['青政办发【2026】12号', '青政办发〔2026〕12号', 'lenticular brackets'],
  ['青政办发［2026］12号', '青政办发〔2026〕12号', 'full-width square brackets'],
  ['青政办发〔２０２６〕１２号', '青政办发〔2026〕12号', 'full-width digits'],
  ['青政办发〔2026〕第012号', '青政办发〔2026〕12号', 'neither 第 nor leading zeros'],
  [' 青政办发 〔2026〕 12 号 ', '青政办发〔2026〕12号', 'spaces of a page export'],
  ['青農發〔2026〕3號', '青農發〔2026〕3号', 'traditional 號'],
  ['HFGS发〔2017〕9号', 'HFGS发〔2017〕9号', 'letters in the code'],
  ['国务院令第711号', '国务院令第711号', 'orders have no year'],
  ['国令第711号', '国令第711号', 'short form of an order'],
  ['青岚县人民政府令第七号', '青岚县人民政府令第七号', 'serial in Chinese numerals is kept'],
  ['第12号', '第12号', 'announcements carry a serial alone'],
]

test.each(sure)('reads %s as %s: %s', (written, expected) => {
  const number = readDocumentNumber(written)
  expect(number?.text).toBe(expected)
  expect(number?.doubtful).toBe(false)
  expect(normalDocumentNumber(written)).toBe(expected)
})

const doubtful: readonly (readonly [string, string])[] = [
  ['青政办发〔202612号', '青政办发〔2026〕12号'],
  ['青政办发[20263号', '青政办发〔2026〕3号'],
  ['青政办发〔2026〕12', '青政办发〔2026〕12号'],
]

test.each(doubtful)('proposes a reading for %s but says that it is a guess', (written, proposal) => {
  const number = readDocumentNumber(written)
  expect(number?.text).toBe(proposal)
  expect(number?.doubtful).toBe(true)
  expect(normalDocumentNumber(written)).toBe(written)
})

test.each(['', '关于印发方案的通知', '2026年12月1日', '青政办发〔1826〕12号', '青政办发〔2026〕号', '〔2026〕12号', '〔'])(
  'sees no number in "%s"',
  (written) => {
    expect(readDocumentNumber(written)).toBeUndefined()
  },
)

describe('property', () => {
  const codeText = fc.array(fc.constantFrom(...'青岚县政办发农林水字函'), { minLength: 1, maxLength: 8 }).map((letters) => letters.join(''))
  const brackets = fc.constantFrom('〔〕', '[]', '()', '（）', '【】', '［］', '﹝﹞')
  test('whatever the brackets, the standard form is found, and reading it again changes nothing', () => {
    fc.assert(
      fc.property(codeText, fc.integer({ min: 1949, max: 2099 }), fc.integer({ min: 1, max: 9999 }), brackets, (code, year, serial, pair) => {
        const number = readDocumentNumber(`${code}${pair[0]}${year}${pair[1]}${serial}号`)
        expect(number?.text).toBe(`${code}〔${year}〕${serial}号`)
        expect(readDocumentNumber(number?.text ?? '')?.repairs).toEqual([])
        expect(documentNumberKey(`${code}${pair[0]}${year}${pair[1]}${serial}号`)).toBe(`${code}${year}${serial}`)
      }),
    )
  })
})
