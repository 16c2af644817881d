// What may be kept, sent along and deleted, written from Article 37 and the office's order.
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { codesOf } from '../../organization/fixtures.ts'
import { caseAfter, everything, handOf, nowOn, outcomeOf } from '../fixtures.ts'
import type { OutcomeName } from '../law/outcomes.ts'
import type { State } from '../law/states.ts'
import type { StepName } from '../law/steps.ts'
import type { CaseFacts, Enclosure } from './facts.ts'
import { checkFile, copyName, passagesOf, reasonsAgainstDeleting, reasonsAgainstEnclosing } from './files.ts'
import { stepsFrom, takeStep } from './take-step.ts'

const mega = 1024 * 1024

describe('a file that is offered', () => {
  it.each([
    { name: '纪要.docx', bytes: 20 * mega, proof: 'docx', there: 99, code: undefined },
    { name: '纪要.txt', bytes: 10, proof: 'text', there: 0, code: undefined },
    { name: '照片.jpg', bytes: 10, proof: 'jpg', there: 0, code: undefined },
    { name: '纪要.docx', bytes: 20 * mega + 1, proof: 'docx', there: 0, code: 'request-file-too-large' },
    { name: '纪要.docx', bytes: 0, proof: undefined, there: 0, code: 'request-file-empty' },
    { name: '纪要.pdf', bytes: 10, proof: 'docx', there: 0, code: 'request-file-disguised' },
    { name: '程序.exe', bytes: 10, proof: 'exe', there: 0, code: 'request-file-kind' },
    { name: '纪要.constructor', bytes: 10, proof: 'text', there: 0, code: 'request-file-kind' },
    { name: '纪要.txt', bytes: 10, proof: 'text', there: 100, code: 'files-too-many' },
  ])('$name, $bytes bytes, beside $there others: $code', ({ code, there, ...offered }) => {
    expect(codesOf(checkFile(offered, there))).toEqual(code ? [code] : [])
  })
})

const plain = { redacted: false, toLookAt: [], copies: 0, enclosed: false }

describe('a file that is kept', () => {
  it.each<{ state: State; open: boolean }>([
    { state: 'registered', open: true },
    { state: 'in-progress', open: true },
    { state: 'consulting', open: true },
    { state: 'reviewing', open: false },
    { state: 'signing', open: false },
    { state: 'signed', open: false },
    { state: 'sealed', open: false },
    { state: 'served', open: false },
  ])('is sent along, or not, by a word in $state: $open', ({ state, open }) => {
    expect(reasonsAgainstEnclosing(state, plain, false).map(({ code }) => code)).toEqual(open ? [] : ['enclosures-fixed'])
  })

  it('is looked at first, where no program can vouch for its pictures', () => {
    const scanned = { ...plain, redacted: true, toLookAt: ['第1页（已转为图片）'] }
    expect(reasonsAgainstEnclosing('in-progress', scanned, false).map(({ code }) => code)).toEqual(['copy-not-looked-at'])
    expect(reasonsAgainstEnclosing('in-progress', scanned, true)).toEqual([])
  })

  it('is deleted before service, unless it goes out or a copy hangs on it', () => {
    expect(reasonsAgainstDeleting('sealed', plain)).toEqual([])
    expect(reasonsAgainstDeleting('served', { ...plain, enclosed: true, copies: 1 }).map(({ code }) => code)).toEqual([
      'request-file-served',
      'request-file-enclosed',
      'request-file-has-copy',
    ])
  })
})

describe('an answer with what goes out with it', () => {
  const received = caseAfter(['receive', '2026-03-02'])
  const redacted: Enclosure = { name: '纪要.docx', redacted: true, declaration: '' }
  const declared: Enclosure = { name: '目录.pdf', redacted: false, declaration: '公开发行的目录，没有不予公开的内容' }
  const bare: Enclosure = { name: '名单.docx', redacted: false, declaration: ' ' }
  const take = (step: StepName, facts: CaseFacts, name: OutcomeName): string[] =>
    codesOf(takeStep(step, facts, handOf('hand', 'section-head'), nowOn('2026-03-10'), { ...everything(day('2026-03-10')), outcome: outcomeOf(name) }))

  it.each<{ outcome: OutcomeName; enclosures: readonly Enclosure[]; refused: boolean; because: string }>([
    { outcome: 'partial', enclosures: [], refused: false, because: 'nothing goes out with it' },
    { outcome: 'partial', enclosures: [redacted, declared], refused: false, because: 'each is redacted or spoken for' },
    { outcome: 'partial', enclosures: [redacted, bare], refused: true, because: 'one is neither' },
    { outcome: 'third-party-rights', enclosures: [bare], refused: true, because: 'it withholds everything' },
    { outcome: 'granted', enclosures: [bare], refused: false, because: 'it withholds nothing' },
  ])('$outcome: $because', ({ outcome, enclosures, refused }) => {
    const expected = refused ? ['enclosure-unredacted'] : []
    expect(take('decide', { ...received, enclosures }, outcome)).toEqual(expected)
    for (const [step, state] of [['seal', 'signed'], ['serve', 'sealed']] as const)
      expect(take(step, { ...received, state, outcome: outcomeOf(outcome), enclosures }, 'granted')).toEqual(expected)
  }) // prettier-ignore

  it('shows the button of service closed, and that of a new draft open', () => {
    const closed = (facts: CaseFacts, step: StepName) =>
      stepsFrom(facts, handOf('hand', 'section-head'), nowOn('2026-03-10'))
        .find(({ name }) => name === step)
        ?.refusals.map(({ facts: told }) => told?.names)
    const withheld = { ...received, outcome: outcomeOf('partial'), enclosures: [bare] }
    expect(closed({ ...withheld, state: 'sealed' }, 'serve')).toEqual(['《名单.docx》'])
    expect(closed(withheld, 'decide')).toEqual([])
  })
})

it('records of a redaction where and by which ground, never what', () => {
  const ground = 'third-party-rights' as const
  const passages = passagesOf({
    marks: [
      { mark: { in: 'paragraph', paragraph: 2, from: 0, to: 3 }, ground },
      { mark: { in: 'area', page: 0, x0: 0, y0: 0, x1: 9, y1: 9 }, ground: 'process' },
      { mark: { in: 'picture', picture: 1 }, ground },
    ],
    texts: [{ text: '李晓棠', ground }],
  })
  expect(passages).toEqual([
    { place: '第3段', ground },
    { place: '第1页', ground: 'process' },
    { place: '第2张图片', ground },
    { place: '全文', ground },
  ])
})

it.each([
  ['纪要.docx', '纪要（遮盖）.docx'],
  ['纪要（遮盖）.docx', '纪要（遮盖）.docx'],
  ['纪要', '纪要（遮盖）'],
])('calls the copy of %s %s', (name, copy) => {
  expect(copyName(name)).toBe(copy)
})
