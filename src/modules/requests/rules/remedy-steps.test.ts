// Steps, terms and results of what follows upon an application, written by hand from the laws.
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { handOf, nowOn } from '../fixtures.ts'
import {
  remedyEntries,
  remedyKindNames,
  remedyResultNames,
  remedyResultRows,
  remedyStateNames,
  remedyStepNames,
  remedyStepRows,
  type RemedyKind,
  type RemedyResult,
  type RemedyStepName,
} from '../law/remedy-cases.ts'
import { cachedRemedy, remedyFactsOf, runningTerms, type RemedyFacts, type RemedyInput } from './remedy-case.ts'
import { remedyArticle, remedyInputFor, remedyStepsFrom, takeRemedyStep, type OtherRemedy } from './remedy-steps.ts'

type Told = readonly [step: RemedyStepName, on: string, input?: Partial<RemedyInput>]

const caseAfter = (...told: readonly Told[]): RemedyFacts =>
  remedyFactsOf(
    told.map(([step, on, input]) => ({ step, on: day(on), input: { text: '写明', day: day(on), body: '青岚县人民政府', number: '1号', ...input } })),
  )

const officer = handOf('lin', 'information-officer')
const full: RemedyInput = { text: '写明的事由', body: '青岚县人民政府', number: '青政复〔2026〕8号', procedure: 'ordinary', raisedBy: 'applicant', days: 20 }

function codes(
  name: RemedyStepName,
  kind: RemedyKind,
  facts: RemedyFacts,
  input: Partial<RemedyInput>,
  others: readonly OtherRemedy[] = [],
  by = officer,
): string[] {
  const today = input.day ?? day('2026-03-02')
  const ruling = takeRemedyStep(name, { kind, facts, arrivedOn: day('2026-01-05'), others }, by, nowOn(today), { ...full, day: today, ...input })
  return ruling.ok ? [] : ruling.refusals.map(({ code }) => code)
}

const start = remedyFactsOf([])

describe('entering', () => {
  it.each<{ kind: RemedyKind; input: Partial<RemedyInput>; refused: string[]; because: string }>([
    { kind: 'complaint', input: { number: '' }, refused: [], because: 'a complaint often has no number' },
    {
      kind: 'reconsideration',
      input: { number: ' ', body: '', text: '' },
      refused: ['body-missing', 'number-missing', 'words-missing'],
      because: 'all reasons at once',
    },
    { kind: 'reconsideration', input: { acceptedOn: day('2026-03-03') }, refused: ['accepted-late'], because: 'the copy is sent after acceptance' },
    { kind: 'lawsuit', input: { acceptedOn: day('2026-01-04') }, refused: ['day-early'], because: 'nothing follows upon an application before it arrived' },
    { kind: 'lawsuit', input: { day: day('2026-01-04') }, refused: ['day-early'], because: 'the same of the copy' },
    {
      kind: 'lawsuit',
      input: { after: { reconsiderationId: 'unheard' } },
      refused: ['reconsideration-unknown'],
      because: 'it must be one of this application',
    },
    { kind: 'lawsuit', input: { after: { reconsiderationId: null } }, refused: [], because: 'it may have been entered nowhere' },
  ])('a $kind: $refused, because $because', ({ kind, input, refused }) => {
    expect(codes(remedyEntries[kind], kind, start, input)).toEqual(refused)
  })

  it('takes no future day', () => {
    const ruling = takeRemedyStep('complain', { kind: 'complaint', facts: start, arrivedOn: day('2026-01-05'), others: [] }, officer, nowOn('2026-03-02'), {
      ...full,
      day: day('2026-03-03'),
    })
    expect(ruling).toMatchObject({ ok: false, refusals: [{ code: 'day-ahead' }] })
  })

  const other = (change: Partial<OtherRemedy>): OtherRemedy => ({
    id: 'r1',
    kind: 'reconsideration',
    raisedBy: 'applicant',
    concluded: false,
    awaitedUntil: day('2026-03-31'),
    ...change,
  })

  it.each<{ kind: RemedyKind; others: OtherRemedy[]; refused: string[]; because: string }>([
    { kind: 'lawsuit', others: [other({})], refused: ['reconsideration-pending'], because: 'its term still runs' },
    { kind: 'lawsuit', others: [other({ awaitedUntil: day('2026-03-01') })], refused: [], because: 'the body did not decide in time' },
    { kind: 'lawsuit', others: [other({ concluded: true })], refused: [], because: 'it was decided' },
    { kind: 'lawsuit', others: [other({ raisedBy: 'third-party' })], refused: [], because: 'somebody else applied for it' },
    {
      kind: 'reconsideration',
      others: [other({ kind: 'lawsuit', awaitedUntil: day('2026-01-31') })],
      refused: ['lawsuit-pending'],
      because: 'a court keeps a case beyond its term',
    },
    { kind: 'reconsideration', others: [other({})], refused: [], because: 'the body, not this office, refuses a second one' },
  ])('a $kind beside another: $refused, because $because', ({ kind, others, refused }) => {
    expect(codes(remedyEntries[kind], kind, start, {}, others)).toEqual(refused)
  })

  it('is for whoever handles the application', () => {
    for (const role of ['secrecy-reviewer', 'leader-in-charge', 'inspector'] as const)
      expect(codes('complain', 'complaint', start, {}, [], handOf('x', role))).toEqual(['not-yours-to-do'])
  })
})

describe('the course', () => {
  const reconsidered: Told = ['reconsider', '2026-03-02', { acceptedOn: day('2026-02-25') }]
  const sued: Told = ['sue', '2026-03-02', { acceptedOn: day('2026-02-25') }]

  it.each<{ kind: RemedyKind; told: Told[]; open: RemedyStepName[] }>([
    { kind: 'complaint', told: [['complain', '2026-03-02']], open: ['report', 'settle', 'withdraw'] },
    { kind: 'reconsideration', told: [reconsidered], open: ['answer', 'prolong', 'decide', 'withdraw'] },
    { kind: 'reconsideration', told: [['reconsider', '2026-03-02', { procedure: 'simplified' }]], open: ['answer', 'turn-ordinary', 'decide', 'withdraw'] },
    { kind: 'reconsideration', told: [reconsidered, ['prolong', '2026-03-03', { days: 20 }]], open: ['answer', 'decide', 'withdraw'] },
    { kind: 'reconsideration', told: [reconsidered, ['decide', '2026-04-20', { result: 'upheld' }]], open: ['close'] },
    { kind: 'lawsuit', told: [sued, ['defend', '2026-03-10']], open: ['judge', 'withdraw'] },
    { kind: 'lawsuit', told: [sued, ['judge', '2026-06-10', { result: 'revoked' }]], open: ['appeal', 'close'] },
    { kind: 'lawsuit', told: [sued, ['judge', '2026-06-10', { result: 'revoked' }], ['appeal', '2026-06-20']], open: ['judge', 'drop-appeal'] },
    {
      kind: 'lawsuit',
      told: [sued, ['judge', '2026-06-10', { result: 'revoked' }], ['appeal', '2026-06-20'], ['judge', '2026-08-20', { result: 'dismissed' }]],
      open: ['close'],
    },
    { kind: 'lawsuit', told: [sued, ['withdraw', '2026-03-20']], open: [] },
  ])('of a $kind after $told opens $open', ({ kind, told, open }) => {
    expect(remedyStepsFrom(kind, caseAfter(...told))).toEqual(open)
  })

  it.each<{ step: RemedyStepName; kind: RemedyKind; told: Told[]; input: Partial<RemedyInput>; refused: string[] }>([
    { step: 'decide', kind: 'reconsideration', told: [reconsidered], input: { number: '' }, refused: ['number-missing', 'result-missing'] },
    { step: 'decide', kind: 'reconsideration', told: [reconsidered], input: { result: 'dismissed' }, refused: ['result-otherwise'] },
    { step: 'decide', kind: 'reconsideration', told: [reconsidered], input: { result: 'withdrawn' }, refused: ['result-otherwise'] },
    { step: 'settle', kind: 'complaint', told: [['complain', '2026-03-02']], input: { result: 'upheld' }, refused: ['result-otherwise'] },
    { step: 'judge', kind: 'reconsideration', told: [reconsidered], input: { result: 'revoked' }, refused: ['wrong-state'] },
    { step: 'answer', kind: 'reconsideration', told: [reconsidered], input: { day: day('2026-03-01') }, refused: ['day-early'] },
    { step: 'prolong', kind: 'reconsideration', told: [reconsidered], input: { days: 31 }, refused: ['prolonged-too-long'] },
    { step: 'prolong', kind: 'reconsideration', told: [reconsidered], input: { days: 30 }, refused: [] },
    {
      step: 'prolong',
      kind: 'reconsideration',
      told: [['reconsider', '2026-03-02', { procedure: 'simplified' }]],
      input: {},
      refused: ['prolonging-not-simplified'],
    },
    { step: 'turn-ordinary', kind: 'lawsuit', told: [sued], input: {}, refused: ['ordinary-already'] },
    { step: 'appeal', kind: 'lawsuit', told: [sued], input: {}, refused: ['wrong-state'] },
    {
      step: 'appeal',
      kind: 'lawsuit',
      told: [sued, ['judge', '2026-03-02', { result: 'refused' }], ['appeal', '2026-03-02'], ['drop-appeal', '2026-03-02']],
      input: {},
      refused: ['appealed-before'],
    },
  ])('$step of a $kind with $input: $refused', ({ step, kind, told, input, refused }) => {
    expect(codes(step, kind, caseAfter(...told), input)).toEqual(refused)
  })

  it.each<{ told: Told[]; result: RemedyResult | null; concludedOn: string | null }>([
    { told: [sued], result: null, concludedOn: null },
    { told: [sued, ['judge', '2026-06-10', { result: 'revoked' }]], result: 'revoked', concludedOn: '2026-06-10' },
    { told: [sued, ['judge', '2026-06-10', { result: 'revoked' }], ['appeal', '2026-06-20']], result: null, concludedOn: null },
    {
      told: [sued, ['judge', '2026-06-10', { result: 'revoked' }], ['appeal', '2026-06-20'], ['judge', '2026-08-20', { result: 'dismissed' }]],
      result: 'dismissed',
      concludedOn: '2026-08-20',
    },
    {
      told: [sued, ['judge', '2026-06-10', { result: 'revoked' }], ['appeal', '2026-06-20'], ['drop-appeal', '2026-07-01']],
      result: 'revoked',
      concludedOn: '2026-07-01',
    },
    { told: [sued, ['withdraw', '2026-03-20']], result: 'withdrawn', concludedOn: '2026-03-20' },
    { told: [sued, ['judge', '2026-06-10', { result: 'unlawful' }], ['close', '2026-07-10']], result: 'unlawful', concludedOn: '2026-06-10' },
  ])('ends as $result on $concludedOn', ({ told, result, concludedOn }) => {
    expect(caseAfter(...told)).toMatchObject({ result, concludedOn })
  })
})

describe('the days that run', () => {
  const dues = (kind: RemedyKind, ...told: Told[]): string[] =>
    runningTerms(kind, caseAfter(...told), nowOn('2026-03-02').calendar).map(({ whose, answer: { due, article } }) => `${whose} ${due} ${article}`)

  it.each<{ kind: RemedyKind; told: Told[]; due: string[] }>([
    // ten working days from 2 March; sixty days from 25 February end on a Sunday
    {
      kind: 'reconsideration',
      told: [['reconsider', '2026-03-02', { acceptedOn: day('2026-02-25') }]],
      due: ['office 2026-03-16 recon-2023/48', 'body 2026-04-27 recon-2023/62'],
    },
    {
      kind: 'reconsideration',
      told: [['reconsider', '2026-03-02', { acceptedOn: day('2026-02-25'), procedure: 'simplified' }]],
      due: ['office 2026-03-09 recon-2023/54', 'body 2026-03-27 recon-2023/62'],
    },
    {
      kind: 'reconsideration',
      told: [
        ['reconsider', '2026-03-02', { acceptedOn: day('2026-02-25'), procedure: 'simplified' }],
        ['turn-ordinary', '2026-03-04'],
      ],
      due: ['office 2026-03-16 recon-2023/48', 'body 2026-04-27 recon-2023/62'],
    },
    // ninety days
    {
      kind: 'reconsideration',
      told: [
        ['reconsider', '2026-03-02', { acceptedOn: day('2026-02-25') }],
        ['answer', '2026-03-05'],
        ['prolong', '2026-04-20', { days: 30 }],
      ],
      due: ['body 2026-05-26 recon-2023/62'],
    },
    { kind: 'reconsideration', told: [['reconsider', '2026-03-02']], due: ['office 2026-03-16 recon-2023/48'] },
    // the law of 1999 is not among the terms
    { kind: 'reconsideration', told: [['reconsider', '2023-12-28', { acceptedOn: day('2023-12-20') }]], due: [] },
    {
      kind: 'lawsuit',
      told: [['sue', '2026-03-02', { acceptedOn: day('2026-02-25') }]],
      due: ['office 2026-03-17 litigation-2017/67', 'body 2026-08-25 litigation-2017/81'],
    },
    {
      kind: 'lawsuit',
      told: [
        ['sue', '2026-03-02', { acceptedOn: day('2026-02-25'), procedure: 'simplified' }],
        ['defend', '2026-03-05'],
      ],
      due: ['body 2026-04-13 litigation-2017/83'],
    },
    {
      kind: 'lawsuit',
      told: [
        ['sue', '2026-03-02'],
        ['judge', '2026-06-10', { result: 'revoked' }],
      ],
      due: ['parties 2026-06-25 litigation-2017/85'],
    },
    // ten days against a ruling, past the Dragon Boat days
    {
      kind: 'lawsuit',
      told: [
        ['sue', '2026-03-02'],
        ['judge', '2026-06-10', { result: 'refused' }],
      ],
      due: ['parties 2026-06-22 litigation-2017/85'],
    },
    {
      kind: 'lawsuit',
      told: [
        ['sue', '2026-03-02'],
        ['judge', '2026-06-10', { result: 'revoked' }],
        ['appeal', '2026-06-22'],
      ],
      due: ['body 2026-09-22 litigation-2017/88'],
    },
    {
      kind: 'lawsuit',
      told: [
        ['sue', '2026-03-02'],
        ['judge', '2026-06-10', { result: 'revoked' }],
        ['appeal', '2026-06-22'],
        ['judge', '2026-08-20', { result: 'revoked' }],
      ],
      due: [],
    },
    { kind: 'complaint', told: [['complain', '2026-03-02']], due: [] },
  ])('of a $kind after $told are $due', ({ kind, told, due }) => {
    expect(dues(kind, ...told)).toEqual(due)
  })

  it('are kept apart: what the office owes, and what it waits for', () => {
    const facts = caseAfter(['sue', '2026-03-02', { acceptedOn: day('2026-02-25') }])
    expect(cachedRemedy('lawsuit', facts, nowOn('2026-03-02').calendar)).toMatchObject({ dueOn: '2026-03-17', awaitedUntil: '2026-08-25', provisional: false })
  })
})

describe('the tables', () => {
  it('name an article in force, or that of the Regulation which opens the way', () => {
    expect(remedyArticle('answer', 'reconsideration', day('2024-01-01'))).toBe('recon-2023/48')
    expect(remedyArticle('answer', 'reconsideration', day('2023-12-31'))).toBe('ogi-2019/51')
    expect(remedyArticle('defend', 'lawsuit', day('2014-03-03'))).toBe('ogi-2008/33')
  })

  it('let every kind be entered, answered, decided and closed, and every state be left', () => {
    for (const kind of remedyKindNames) {
      const own = remedyStepNames.filter((name) => remedyStepRows[name].article[kind])
      for (const to of ['received', 'answered', 'decided', 'closed'] as const) expect(own.some((name) => remedyStepRows[name].to === to)).toBe(true)
      expect(remedyResultNames.filter((name) => remedyResultRows[name].article[kind]).length).toBeGreaterThan(2)
    }
    for (const state of remedyStateNames.filter((one) => one !== 'closed'))
      expect(remedyStepNames.some((name) => remedyStepRows[name].from.includes(state))).toBe(true)
  })

  it.each<[RemedyResult, 'upheld' | 'corrected' | 'other' | null]>([
    ['upheld', 'upheld'], ['dismissed', 'upheld'], ['changed', 'corrected'], ['revoked', 'corrected'], ['unlawful', 'corrected'], ['void', 'corrected'], ['ordered', 'corrected'],
    ['rejected', 'other'], ['refused', 'other'], ['mediated', 'other'], ['withdrawn', 'other'], ['rectified', null], ['unfounded', null],
  ])('count %s as %s', (result, column) => {
    expect(remedyResultRows[result].column).toBe(column)
  }) // prettier-ignore

  it('keep of what was sent what the form asks for', () => {
    expect(remedyInputFor('decide', { ...full, day: day('2026-03-02'), result: 'upheld', text: '多余' })).toEqual({
      day: '2026-03-02',
      number: '青政复〔2026〕8号',
      result: 'upheld',
      text: '',
    })
  })
})
