// For any text: each hit stands where it says, and no hostile text makes a check fail.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanHtml } from '../../../../platform/html/clean.ts'
import { corpus } from '../../corpus/corpus.ts'
import { usual } from '../../corpus/shape.ts'
import { maskOf } from '../mask.ts'
import { usualMasks } from '../../law/masks.ts'
import { usualWords } from '../quality.ts'
import { subjectOf } from '../subject-of.ts'
import { detectors } from './detectors.ts'

const subjectFor = (bodyHtml: string) =>
  subjectOf(
    { unitName: usual.unitName, title: '2025年政府信息公开工作年度报告', kind: '报告', columnIds: usual.columnIds, summary: '', documentNumber: null, sourceUrl: null, draftedOn: null, bodyHtml: cleanHtml(bodyHtml), attachments: [] },
    { unit: { name: usual.unitName, shortName: '县住建局' }, otherUnits: usual.otherUnits.map((name) => ({ name, shortName: name.replace('青岚县', '县') })), leaders: usual.leaders, words: usualWords, documents: new Map() },
  ) // prettier-ignore

const fragments = corpus.flatMap(({ wrong, right }) => [...wrong.map(([text]) => text), ...right.map((one) => (typeof one === 'string' ? one : one[0]))])
const piece = fc.oneof(
  fc.constantFrom(...fragments),
  fc.constantFrom('<br>', '，', '、', '：', '其中', '共计', '住', '家庭住址：', '号', '12', '2025年', '月日', 'X', '__', '</p><p>', '<b>', '</b>', '局', '县'),
  fc.string({ maxLength: 12 }),
)
const texts = fc.array(piece, { maxLength: 12 }).map((parts) => `<p>${parts.join('')}</p>`)

describe('for any text made of what people write', () => {
  it('each hit stands in its piece, at its offset', () => {
    let met = 0
    fc.assert(
      fc.property(texts, (html) => {
        const subject = subjectFor(html)
        for (const detect of detectors)
          for (const { piece: index, at, match } of detect(subject)) {
            if (index === undefined || at === undefined) continue
            met += 1
            expect(subject.pieces[index]?.text.slice(at, at + match.length)).toBe(match)
          }
      }),
      { numRuns: 300 },
    )
    expect(met).toBeGreaterThan(80)
  })

  it('a masked number is found no more', () => {
    const personal = new Set(['identity-number', 'mobile-number', 'bank-card-number', 'home-address'])
    let met = 0
    fc.assert(
      fc.property(texts, (html) => {
        const subject = subjectFor(html)
        for (const detect of detectors)
          for (const { code, match, broken } of detect(subject)) {
            if (!personal.has(code) || broken) continue
            met += 1
            const masked = maskOf(code, match, usualMasks) ?? ''
            const again = subjectFor(`<p>当事人身份证、卡号、家庭住址：${masked}</p>`)
            expect(detectors.flatMap((one) => [...one(again)]).filter((hit) => personal.has(hit.code))).toEqual([])
          }
      }),
      { numRuns: 100 },
    )
    expect(met).toBeGreaterThan(5)
  })
})
