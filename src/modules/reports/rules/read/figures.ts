// Figures as reports write them, in digits or in words, with what softens them: 近, 约, 余, 多, 以上.
export type Softness = 'exact' | 'more' | 'near' | 'about' | 'over' | 'under'

export interface Figure {
  readonly at: number
  readonly end: number
  /** As written, softening words and multiplier with it, without its unit. */
  readonly written: string
  readonly value: number
  /** The weight of its last figure: 7100 is told to a hundred. */
  readonly grain: number
  readonly softness: Softness
  readonly unit: string
  /** 近四百余: softened to both sides. */
  readonly doubled: boolean
}

const unitWords =
  '人次|批次|户次|万元|亿元|公里|平方米|千克|公斤|小时|工作日|个百分点|百分点|元|条|件|户|个|人|项|宗|家|处|套|亩|份|篇|期|次|名|场|起|对|宗|种|类|张|台|辆|批|笔|册|本|座|所|块|吨|天|日|月|年|岁|部|村|镇|%|‰|倍'
const digits = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const numerals = '[一二两三四五六七八九十百千零〇]+'
const shape = new RegExp(
  `(近|约|大约|约为|将近|接近|超过|超|逾|突破|不足|不到|不少于|不低于)?(?:(${digits})|(${numerals})(?=[余多来]?[万亿]|[余多来](?:${unitWords})|(?:${unitWords})))([余多来])?([万亿])?([余多来])?(个?(?:${unitWords}))?(左右|以上|以内|以下)?`,
  'g',
) // prettier-ignore

const digitOf: Readonly<Record<string, number>> = { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 }
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 二百一十六 is 216, 三百 is 300; NaN where the letters are no number. */
export function chineseNumber(text: string): number {
  if (text.length > 1 && [...text].every((letter) => letter in digitOf)) return Number([...text].map((letter) => digitOf[letter]).join(''))
  let sum = 0
  let current = 0
  for (const character of text) {
    const ten = tens[character]
    if (ten === undefined) current = digitOf[character] ?? Number.NaN
    else {
      sum += (current === 0 ? 1 : current) * ten
      current = 0
    }
  }
  return sum + current
}

function grainOf(written: string, value: number, multiplier: number): number {
  const decimals = /\.(\d+)$/.exec(written)?.[1]
  if (decimals !== undefined) return multiplier * 10 ** -decimals.length
  const zeros = /[1-9](0*)$/.exec(String(value))?.[1]?.length ?? 0
  return multiplier * 10 ** zeros
}

const softnessOf = (before: string | undefined, inside: string | undefined, after: string | undefined): Softness => {
  if (before?.endsWith('近')) return 'near'
  if (before && /约/.test(before)) return 'about'
  if (before && /超|逾|突破|不少于|不低于/.test(before)) return 'over'
  if (before && /不足|不到/.test(before)) return 'under'
  if (inside) return 'more'
  if (after === '左右') return 'about'
  if (after === '以上') return 'over'
  return after === '以内' || after === '以下' ? 'under' : 'exact'
}

/** Every figure of a text in canonical writing. Days, document numbers and ordinals are among them: their unit tells. */
export function figuresIn(text: string): Figure[] {
  const found: Figure[] = []
  for (const match of text.matchAll(shape)) {
    const [whole, before, number, words, firstMore, multiplier, secondMore, unit = '', after] = match
    const bare = number === undefined ? chineseNumber(words ?? '') : Number(number.replaceAll(',', ''))
    if (Number.isNaN(bare) || /[第之]$/.test(text.slice(0, match.index))) continue
    const times = multiplier === '万' ? 10_000 : multiplier === '亿' ? 100_000_000 : 1
    const inside = firstMore ?? secondMore
    found.push({
      at: match.index,
      end: match.index + whole.length,
      written: whole.slice(0, whole.length - unit.length - (after ?? '').length),
      value: bare * times,
      grain: grainOf(number ?? '', bare, times),
      softness: softnessOf(before, inside, after),
      unit: unit.replace(/^个(?=人|百)/, ''),
      doubled: inside !== undefined && before?.endsWith('近') === true,
    })
  }
  return found
}

const slight = 1e-6

/** The least and the greatest that a figure may stand for. */
export function rangeOf({ value, grain, softness }: Figure): readonly [number, number] {
  switch (softness) {
    case 'exact':
      return [value, value]
    case 'more':
      return [value, value + grain]
    case 'near':
      return [value - grain, value]
    case 'about':
      return [value - Math.max(grain, value * 0.05), value + Math.max(grain, value * 0.05)]
    case 'over':
      return [value, Number.POSITIVE_INFINITY]
    case 'under':
      return [0, value]
  }
}

/** Whether a figure may stand for `counted`: 7100余 for 7123. A written decimal is rounded. */
export function standsFor(figure: Figure, counted: number): boolean {
  const [least, greatest] = rangeOf(figure)
  const rounding = figure.softness === 'exact' && figure.grain !== 1 && (figure.grain < 1 || /[万亿]/.test(figure.written)) ? figure.grain / 2 : 0
  return counted >= least - rounding - slight && counted <= greatest + rounding + slight
}
