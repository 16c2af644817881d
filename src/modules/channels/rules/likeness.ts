// How alike two texts are: by the shingles they share, looked up through bands of a minimum hash, so that nobody compares all pairs.
import { likenessLaw } from '../law/likeness.ts'

const { shingle, hashes, rowsOfBand } = likenessLaw

/** Letters, figures and characters only, in one width and case: spaces and marks are where copies differ. */
export const foldedText = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

function hashOf(text: string, from: number, until: number): number {
  let hash = 0x81_1c_9d_c5
  for (let at = from; at < until; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93)
  return hash >>> 0
}

/** The hashed shingles of a folded text. */
export function shinglesOf(folded: string): ReadonlySet<number> {
  const found = new Set<number>()
  if (folded.length < shingle) return folded === '' ? found : found.add(hashOf(folded, 0, folded.length))
  for (let at = 0; at + shingle <= folded.length; at += 1) found.add(hashOf(folded, at, at + shingle))
  return found
}

/** Each function is a multiplication by an odd number and a fold: fixed, because prints are kept. */
const multipliers = Array.from({ length: hashes }, (_, at) => (Math.imul(at + 1, 0x9e_37_79_b1) | 1) >>> 0)

function mixed(value: number, multiplier: number): number {
  let hash = Math.imul(value ^ (value >>> 16), multiplier)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Bands of the minimum hash, each with its number mixed in; none of a text without words. */
export function bandsOf(shingles: ReadonlySet<number>): readonly number[] {
  if (shingles.size === 0) return []
  const least = multipliers.map((multiplier) => {
    let smallest = 0xff_ff_ff_ff
    for (const one of shingles) {
      const hash = mixed(one, multiplier)
      if (hash < smallest) smallest = hash
    }
    return smallest
  })
  const bands: number[] = []
  for (let band = 0; band * rowsOfBand < hashes; band += 1) {
    let [high, low] = [band + 1, 0x81_1c_9d_c5]
    for (const one of least.slice(band * rowsOfBand, (band + 1) * rowsOfBand)) {
      low = Math.imul(low ^ one, 0x01_00_01_93)
      high = Math.imul(high ^ (one >>> 7), 0x85_eb_ca_6b)
    }
    // 52 bits: a whole number for JavaScript and PostgreSQL alike
    bands.push((high & 0xf_ff_ff) * 0x1_00_00_00_00 + (low >>> 0))
  }
  return bands
}

/** Thousandths of the shingles of both that both have. */
export function alikeness(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  const [small, large] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  for (const hash of small) if (large.has(hash)) shared += 1
  const all = one.size + other.size - shared
  return all === 0 ? 0 : Math.round((shared / all) * 1000)
}

export interface Piece {
  readonly title: string
  readonly text: string
  readonly documentNumber: string | null
}

/** What is compared: the title counts with the text. */
export const wordsOf = ({ title, text }: Piece): string => foldedText(`${title}\n${text}`)

/** Figures in a title, in order: two months of one table are two pieces however alike they read. */
const figuresOf = (title: string): string =>
  (title.normalize('NFKC').match(/\d+|[一二三四五六七八九十百零〇]+(?=[年月日季度期号批次届])/gu) ?? []).map((one) => one.replace(/^0+(?=\d)/, '')).join(',')

const numberOf = (piece: Piece): string => foldedText(piece.documentNumber ?? '')

/** Whether somebody should be asked; undefined where they are plainly two pieces. */
export function asked(one: Piece, other: Piece): number | undefined {
  if (figuresOf(one.title) !== figuresOf(other.title)) return undefined
  const [first, second] = [numberOf(one), numberOf(other)]
  if (first !== '' && second !== '' && first !== second) return undefined
  const [words, others] = [wordsOf(one), wordsOf(other)]
  const short = Math.min(words.length, others.length) < likenessLaw.shortestText
  if (short) return foldedText(one.title) === foldedText(other.title) ? 1000 : undefined
  const alike = alikeness(shinglesOf(words), shinglesOf(others))
  return alike >= likenessLaw.alikeFrom ? alike : undefined
}
