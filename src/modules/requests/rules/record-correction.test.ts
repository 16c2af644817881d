// Correction of one's own records, written by hand from Article 41: every step as every role in every state, and what is told.
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { roles, type Role } from '../../access/law/permissions.ts'
import { codesOf } from '../../organization/fixtures.ts'
import { handOf } from '../fixtures.ts'
import { recordStateNames, recordStates, recordStepNames, recordStepRows, type RecordState, type RecordStepName } from '../law/record-corrections.ts'
import { applicantHand } from './facts.ts'
import { noRecordYet, recordFactsOf, recordStepsFrom, takeRecordStep, type RecordFacts, type RecordInput } from './record-correction.ts'
import { recordLetterBody } from './record-letter.ts'
import { recordView } from './record-view.ts'

/** o disclosure office, i information officer, h head of section, l leader in charge, m main leader, a the person. */
const letters: Readonly<Record<string, Role>> = {
  o: 'disclosure-office',
  i: 'information-officer',
  h: 'section-head',
  l: 'leader-in-charge',
  m: 'main-leader',
}

const expected: Readonly<Record<RecordStepName, readonly [who: string, from: string, to: RecordState | 'same']>> = {
  register: ['oia', 'start', 'received'],
  assign: ['olm', 'received examined', 'same'],
  examine: ['oih', 'received', 'examined'],
  'examine-again': ['hlm', 'examined', 'received'],
  correct: ['hlm', 'examined', 'decided'],
  refuse: ['hlm', 'examined', 'decided'],
  forward: ['hlm', 'examined', 'decided'],
  direct: ['hlm', 'examined', 'decided'],
  'issue-letter': ['oih', 'decided', 'issued'],
  serve: ['oih', 'issued', 'closed'],
  withdraw: ['oiha', 'received examined', 'closed'],
}

const today = day('2026-03-10')
const full: RecordInput = {
  text: '写明的事由',
  day: today,
  section: 'section',
  body: '县医保局',
  service: { way: 'post', proof: 'XA12345678901', consent: false },
}
const inState = (state: RecordState): RecordFacts => ({ ...noRecordYet, state, receivedOn: day('2026-03-02'), lastDay: day('2026-03-02') })
type Told = readonly [step: RecordStepName, on: string, input?: Partial<RecordInput>, by?: string]
const caseAfter = (...told: readonly Told[]): RecordFacts =>
  recordFactsOf(told.map(([step, on, input, by = 'lin']) => ({ step, on: day(on), by, input: { text: '', ...input } })))

describe('a step', () => {
  it.each(recordStepNames)('%s is taken by whom and whence it is written here, and by nobody else', (step) => {
    const [who, from, to] = expected[step]
    for (const state of recordStateNames) {
      const takers = [
        ...(Object.keys(roles) as Role[]).filter((role) => takeRecordStep(step, inState(state), handOf('hand', role), today, full).ok),
        ...(takeRecordStep(step, inState(state), applicantHand, today, full).ok ? ['person'] : []),
      ]
      const wanted = from.split(' ').includes(state) ? [...who].map((letter) => letters[letter] ?? 'person') : []
      expect([state, takers.toSorted()]).toEqual([state, wanted.toSorted()])
    }
    expect([recordStepRows[step].to, recordStepRows[step].article]).toEqual([to, 'ogi-2019/41'])
  })

  it('leads from the beginning to every state, and only an end has no way out', () => {
    const reached = new Set<RecordState>(['start'])
    for (const _ of recordStateNames)
      for (const { from, to } of Object.values(recordStepRows)) if (to !== 'same' && from.some((state) => reached.has(state))) reached.add(to)
    expect([...reached].toSorted()).toEqual([...recordStateNames].toSorted())
    const left = recordStateNames.filter((state) => Object.values(recordStepRows).some(({ from, to }) => from.includes(state) && to !== 'same'))
    expect(recordStateNames.filter((state) => !left.includes(state))).toEqual(recordStateNames.filter((state) => recordStates[state].end))
  })

  const everyone = handOf('hand', ...(Object.keys(roles) as Role[]))
  it.each<[RecordStepName, RecordFacts, Partial<RecordInput>, string]>([
    ['register', noRecordYet, { day: day('2019-05-14') }, 'day-early'],
    ['register', noRecordYet, { day: day('2026-03-11') }, 'day-ahead'],
    ['register', noRecordYet, { day: undefined }, 'day-missing'],
    ['examine', inState('received'), { text: ' ' }, 'words-missing'],
    ['examine', inState('received'), { day: day('2026-03-01') }, 'day-early'],
    ['assign', inState('received'), { section: undefined }, 'section-missing'],
    ['forward', inState('examined'), { body: '' }, 'body-missing'],
    ['direct', inState('examined'), { body: '' }, 'body-missing'],
    ['refuse', inState('examined'), { text: '' }, 'words-missing'],
    ...(['correct', 'refuse', 'forward', 'direct'] as const).map((step): [RecordStepName, RecordFacts, Partial<RecordInput>, string] => [
      step,
      { ...inState('examined'), examinerIds: ['hand'] },
      {},
      'own-examination',
    ]),
    ['serve', inState('issued'), { service: undefined }, 'service-missing'],
    ['serve', inState('issued'), { service: { way: 'electronic', proof: '到达记录', consent: false } }, 'consent-missing'],
    ['withdraw', inState('decided'), {}, 'wrong-state'],
  ])('%s of %o with %o is refused: %s', (step, facts, change, code) => {
    expect(codesOf(takeRecordStep(step, facts, everyone, today, { ...full, ...change }))).toEqual([code])
  })

  it('shows each with its reasons, for the buttons', () => {
    const shown = recordStepsFrom(inState('examined'), handOf('lin', 'information-officer'), today)
    expect(shown.map(({ name, refusals }) => [name, refusals.map(({ code }) => code)])).toEqual([
      ['assign', ['not-yours-to-do']],
      ['examine-again', ['not-yours-to-do']],
      ['correct', ['not-yours-to-do']],
      ['refuse', ['not-yours-to-do']],
      ['forward', ['not-yours-to-do']],
      ['direct', ['not-yours-to-do']],
      ['withdraw', []],
    ])
  })

  it('keeps whoever examined, and whom they stood in for, from deciding also after it was examined again', () => {
    const facts = caseAfter(['register', '2026-03-02', { day: day('2026-03-02') }], ['examine', '2026-03-03', {}, 'lin'], ['examine-again', '2026-03-04', {}, 'he'], ['examine', '2026-03-05', {}, 'song'])
    expect(facts.examinerIds).toEqual(['lin', 'song'])
  }) // prettier-ignore
})

const words = { number: 'GZ2026-000001', subject: '本人2025年度参保记录', wrong: '记为中断缴费', wanted: '全年缴费' }
const decided = (step: RecordStepName, input: Partial<RecordInput>): RecordFacts =>
  caseAfter(['register', '2026-03-02', { day: day('2026-03-02') }], ['examine', '2026-03-03'], [step, '2026-03-04', input, 'he'])

describe('the letter', () => {
  it.each<[RecordStepName, Partial<RecordInput>, string]>([
    ['correct', { text: '由“中断缴费”更正为“全年缴费”。' }, '你（单位）反映的情况属实。根据《政府信息公开条例》第四十一条，本机关已经予以更正：\n由“中断缴费”更正为“全年缴费”。'],
    ['refuse', { text: '缴费凭证为他人所有。' }, '本机关不予更正，理由如下：\n缴费凭证为他人所有。'],
    ['forward', { text: '参保记录由医保机关记载。', body: '县医保局' }, '本机关已将你（单位）的更正申请转送县医保局处理。'],
    ['direct', { text: '参保记录由医保机关记载。', body: '县医保局' }, '请你（单位）向县医保局提出。'],
  ])('tells what came of it upon %s', (step, input, said) => {
    const body = recordLetterBody(words, decided(step, input))
    expect(body).toContain(said)
    expect(body).toContain('本机关于2026年3月2日收到你（单位）提出的更正申请（编号：GZ2026-000001）')
    expect(body).not.toMatch(/[{}]/)
  }) // prettier-ignore

  it('is not written of what nobody decided, or was withdrawn', () => {
    expect(recordLetterBody(words, inState('received'))).toBeUndefined()
    expect(recordLetterBody(words, decided('withdraw', { text: '已在窗口更正' }))).toBeUndefined()
  })
})

describe('the person', () => {
  it('sees no decision before it is served, no names, and no opinions of the office', () => {
    const letter = { id: 'l', number: '青教公更〔2026〕1号', unitName: '县教育局', addressee: '吴敏', body: '正文', contact: '联系方式', issuedOn: day('2026-03-05') }
    const taken = (['register', 'examine', 'correct', 'issue-letter', 'serve'] as const).map((step, at) => ({ step, on: day(`2026-03-0${at + 2}`), by: 'lin', input: { text: '内部意见', ...(step === 'serve' ? full : {}) } }))
    const shown = { number: words.number, subject: words.subject, unitName: '县教育局', receivedOn: day('2026-03-02') }
    const before = recordView(shown, taken.slice(0, 4), letter)
    expect([before.outcome, before.letters, before.events.map(({ title }) => title)]).toEqual([null, [], ['收到更正申请']])
    expect([recordView(shown, taken.slice(0, 2), undefined).open.map(({ step }) => step), before.open]).toEqual([['withdraw'], []])
    const after = recordView(shown, taken, letter)
    expect([after.outcome, after.reply, after.letters?.length, after.dueOn]).toEqual(['予以更正', { number: '青教公更〔2026〕1号', on: '2026-03-10' }, 1, null])
    expect(JSON.stringify([before, after])).not.toContain('内部意见')
  }) // prettier-ignore
})
