// Finds in which encoding a text was written: UTF-8, GB18030 or UTF-16, with how sure that is.
import iconv from 'iconv-lite'

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030' | 'Big5'

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
  /** False where another encoding could be meant, or letters came out unreadable. */
  readonly sure: boolean
}

/** The most common letters of official Chinese, in both scripts: a right reading is full of them, a wrong one has hardly any. */
const common = new Set(
  '的一是在不了有和人中大上以要用生到作地出就分成可主年同工也能下子面而方多定行法所民等部度家力如水化高自二理起小物加量都制使本去把性好合因由其然前外天政四日社事平形相全表重新正心委局府市省' +
    '这为个国时来对会发动过说产种后学经进电现实两体机当点从业应开还间样与关线内数县区镇乡务审监报计划财级项总办厅' +
    '這為個國時來對會發動過說產種後學經進電現實兩體機當點從業應開還間樣與關線內數縣區鎮鄉務審監報計劃財級項總辦廳，。、；：“”（）《》〔〕〇　',
)

const sampleBytes = 200_000

/** Share of letters that a right reading of Chinese text has, less what it never has. */
function likelihood(text: string): number {
  let good = 0
  let bad = 0
  let letters = 0
  for (const letter of text.slice(0, 20_000)) {
    const code = letter.codePointAt(0) ?? 0
    if (code < 0x80) {
      if (code < 0x20 && code !== 9 && code !== 10 && code !== 13 && code !== 12) bad += 2
      continue
    }
    letters += 1
    if (common.has(letter)) good += 1
    else if (code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0x80 && code < 0xa0)) bad += 2
  }
  return letters === 0 ? (bad > 0 ? -1 : 1) : (good - bad) / letters
}

const startsWith = (bytes: Uint8Array, ...values: readonly number[]): boolean => values.every((value, at) => bytes[at] === value)

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark: every second byte of ASCII and line ends is zero. */
function utf16Without(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined
  const sample = bytes.subarray(0, Math.min(bytes.length, 4000))
  const zeros = sample.reduce((sum, value) => sum + Number(value === 0), 0)
  const even = sample.reduce((sum, value, at) => sum + Number(value === 0 && at % 2 === 0), 0)
  const odd = zeros - even
  if (zeros === 0) return undefined
  return odd > even * 4 ? 'UTF-16LE' : even > odd * 4 ? 'UTF-16BE' : undefined
}

const decode = (bytes: Uint8Array, encoding: Encoding): string => iconv.decode(Buffer.from(bytes), encoding, { stripBOM: true })

/** `declared` is what a page says of itself; it decides only between readings that are possible. */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
    const text = strictUtf8(bytes)
    if (text !== undefined) return { text, encoding: 'UTF-8', sure: true }
  }
  if (startsWith(bytes, 0xff, 0xfe)) return { text: decode(bytes, 'UTF-16LE'), encoding: 'UTF-16LE', sure: true }
  if (startsWith(bytes, 0xfe, 0xff)) return { text: decode(bytes, 'UTF-16BE'), encoding: 'UTF-16BE', sure: true }
  const bare = utf16Without(bytes)
  if (bare) {
    const text = decode(bytes, bare)
    return { text, encoding: bare, sure: likelihood(text) > 0.2 }
  }
  const utf8 = strictUtf8(bytes)
  if (utf8 !== undefined) return { text: utf8, encoding: 'UTF-8', sure: true }

  const sample = bytes.subarray(0, sampleBytes)
  const bytesAs = (encoding: Encoding): number => likelihood(decode(sample, encoding))
  const scores: readonly (readonly [Encoding, number])[] = [
    ['GB18030', bytesAs('GB18030') + (/gb/i.test(declared ?? '') ? 0.05 : 0)],
    ['Big5', bytesAs('Big5') + (/big5/i.test(declared ?? '') ? 0.25 : 0)],
    // mostly UTF-8 with a few broken bytes
    ['UTF-8', bytesAs('UTF-8') - 0.05],
  ]
  const [best, second] = scores.toSorted((a, b) => b[1] - a[1])
  const encoding = best?.[0] ?? 'GB18030'
  const text = decode(bytes, encoding)
  return { text, encoding, sure: (best?.[1] ?? 0) > 0.2 && (best?.[1] ?? 0) - (second?.[1] ?? 0) > 0.1 && !text.includes('\uFFFD') }
}
