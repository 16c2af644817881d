// Script, folding and words.
import fc from 'fast-check'
import { Converter } from 'opencc-js'
import { configs } from 'opencc-js/preset'
import { describe, expect, it } from 'vitest'
import { charactersOf, fold, foldWithOrigin } from './folding.ts'
import { toSimplified, toTraditional, toTraditionalHtml } from './script.ts'
import { cutWords, pairsOf, searchWords } from './words.ts'

/** The 6763 characters of GB 2312: what simplified texts are written with. */
const simplified = Array.from({ length: 0xf7 - 0xb0 + 1 }, (_row, row) =>
  Array.from({ length: 94 }, (_cell, cell) => new TextDecoder('gb18030').decode(Uint8Array.of(0xb0 + row, 0xa1 + cell))),
)
  .flat()
  .filter((character) => /^\p{Script=Han}$/u.test(character))
const han = fc.integer({ min: 0x4e_00, max: 0x9f_ff }).map((point) => String.fromCodePoint(point))
const text = fc.array(fc.oneof(han, fc.constantFrom(...charactersOf('，。“”〔〕（）A1 \n\u3000㎡①'))), { maxLength: 40 }).map((parts) => parts.join(''))

describe('folding', () => {
  it.each([
    ['政務公開', '政务公开'],
    ['臺灣 裡裏', '台湾里里'],
    ['〔2026〕【2026】［2026］(2026)', '(2026)(2026)(2026)(2026)'],
    ['“引”「引」"引"', '"引""引""引"'],
    ['ＡＢＣ　１２', 'abc12'],
    ['什麼 怎么', '什么怎么'],
    ['諮詢 餘額 迳行', '咨询余额径行'],
  ])('%s becomes %s', (from, to) => expect(fold(from)).toBe(to))

  it('knows every simplified character in its traditional form', () => {
    expect(simplified).toHaveLength(6763)
    expect(simplified.filter((character) => fold(toTraditional(character)) !== fold(character))).toEqual([])
  })

  it('looks at no neighbour: a part of a text folds to a part of the folded text', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(fold(a + b)).toBe(fold(a) + fold(b))
      }),
    )
  })

  it('folds nothing twice', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(fold(fold(one))).toBe(fold(one))
      }),
    )
  })

  it('remembers where each character came from', () => {
    fc.assert(
      fc.property(text, (one) => {
        const { folded, origin } = foldWithOrigin(one)
        expect(folded).toBe(fold(one))
        expect(origin).toHaveLength(folded.length + 1)
        for (let at = 0; at < folded.length; at += 1) expect(fold(one.slice(origin[at]))).toContain(folded.slice(at, at + 1))
      }),
    )
  })
})

describe('words', () => {
  it.each([
    ['青岚县人民政府办公室', ['人民政府', '人民', '政府', '办公室']],
    ['最低生活保障', ['最低', '生活', '保障']],
    ['政務公開', ['政务', '公开']],
    ['通　 知', ['通知']],
    ['GB/T 9704', ['gb', '9704']],
  ])('of %s hold %j', (from, words) => expect(searchWords(from)).toEqual(expect.arrayContaining(words)))

  it('do not straddle the words that a long word is made of', () => {
    expect(searchWords('县人民政府')).not.toContain('民政')
    expect(searchWords('县民政局')).toContain('民政局')
  })

  it('of a question keep their order', () => expect(cutWords('低保怎么申请')).toEqual(['低保', '怎么', '申请']))

  it('in pairs skip what is no letter', () => expect(pairsOf('公开,公开了')).toEqual(['公开', '开了']))
})

describe('script', () => {
  it('keeps phrases that look traditional', () => expect(toSimplified('乾隆 著名 什麼')).toBe('乾隆 著名 什么'))

  it('leaves alone only what every step of the conversion leaves alone', () => {
    const steps = [Converter({ from: 'tw', to: 'cn' }), Converter({ from: 'hk', to: 'cn' })]
    const converted = (one: string): string => steps.reduce((sofar, step) => step(sofar), one)
    // Characters that both scripts share stand in phrases of the dictionaries: they are drawn most.
    const shared = Array.from('吃才群峰床里台坏土打沈思藉口批覆反明瞭不以免么裡着著乾干后後钟鐘系係发髮面麵只隻')
    const likely = fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...shared) }, { weight: 1, arbitrary: han }), { maxLength: 12 })
    fc.assert(
      fc.property(likely, (characters) => {
        const one = characters.join('')
        expect(toSimplified(one)).toBe(converted(one))
      }),
      { numRuns: 3000 },
    )
    for (const one of ['⿰氵發⿱艹後⿲彳山', '打坏的农具', '找藉口', '批覆', '关于群众吃水的通知']) expect(toSimplified(one)).toBe(converted(one))
  })

  it('writes traditional script as OpenCC does, over all its phrases and through their borders', () => {
    const converted = Converter({ from: 'cn', to: 'hk' })
    const [phrases = [], variants = []] = (configs['s2hk']?.conversionChain ?? []).map((dictionaries) =>
      dictionaries.flatMap((entries: unknown) => (typeof entries === 'string' ? entries.split('|').map((entry) => entry.split(' ', 1)[0] ?? '') : [])),
    )
    expect(phrases.length).toBeGreaterThan(50_000)
    expect(toTraditional(phrases.join('，'))).toBe(converted(phrases.join('，')))
    const word = fc.constantFrom(...phrases, ...variants)
    const cut = word.chain((one) => fc.nat(one.length).map((at) => one.slice(0, at)))
    const likely = fc.array(
      fc.oneof(
        { weight: 4, arbitrary: word },
        { weight: 2, arbitrary: cut },
        han,
        fc.constantFrom('𠮷', '，', ' ', '\ud840', '⿰氵发', '⿲彳发亍', '⿱⿰后发艹'),
      ),
      {
        maxLength: 12,
      },
    )
    fc.assert(
      fc.property(likely, (parts) => {
        expect(toTraditional(parts.join(''))).toBe(converted(parts.join('')))
      }),
      { numRuns: 3000 },
    )
  })

  it('takes a long text of signs of composition as it is', () => {
    const signs = '⿰'.repeat(100_000)
    expect(toTraditional(`${signs}发`)).toBe(`${signs}發`)
  })

  it('of a page changes what is read, not addresses and code', () => {
    expect(toTraditionalHtml('<a href="/公开" title="公开">政务公开</a><script>const 发 = "发"</script><style>/* 发 */</style><img alt="头发">')).toBe(
      '<a href="/公开" title="公開">政務公開</a><script>const 发 = "发"</script><style>/* 发 */</style><img alt="頭髮">',
    )
  })
})
