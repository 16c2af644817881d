// Every step as every role in every state: the table is written by hand from the Regulation and the office's order, not computed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/day.ts'
import { roles, type Role } from '../../access/law/permissions.ts'
import { codesOf } from '../../organization/fixtures.ts'
import { caseAfter, everything, handOf, nowOn, outcomeOf, type Told } from '../fixtures.ts'
import { states, stateNames, type State } from '../law/states.ts'
import { stepNames, stepRows, type Step, type StepName } from '../law/steps.ts'
import { chartOf } from './chart.ts'
import { applicantHand, type CaseFacts, type StepInput } from './facts.ts'
import { stepsFrom, takeStep } from './take-step.ts'

interface Expected {
  /** o disclosure office, i information officer, h head of section, s secrecy reviewer, j legal reviewer, l leader in charge, m main leader, a the applicant. */
  readonly who: string
  readonly from: string
  readonly to: string
}

const letters: Readonly<Record<string, Role>> = {
  o: 'disclosure-office',
  i: 'information-officer',
  h: 'section-head',
  s: 'secrecy-reviewer',
  j: 'legal-reviewer',
  l: 'leader-in-charge',
  m: 'main-leader',
}

const expected: Readonly<Record<StepName, Expected>> = {
  register: { who: 'oia', from: 'start', to: 'registered' },
  receive: { who: 'oi', from: 'start', to: 'in-progress' },
  confirm: { who: 'oih', from: 'registered', to: 'in-progress' },
  assign: { who: 'olm', from: 'registered in-progress correction-asked reasons-asked fee-notified consulting signed sealed served', to: 'same' },
  'ask-correction': { who: 'oih', from: 'in-progress', to: 'correction-asked' },
  'receive-correction': { who: 'oiha', from: 'correction-asked', to: 'in-progress' },
  'lapse-correction': { who: 'oih', from: 'correction-asked', to: 'closed' },
  'ask-reasons': { who: 'oih', from: 'in-progress', to: 'reasons-asked' },
  'receive-reasons': { who: 'oiha', from: 'reasons-asked', to: 'in-progress' },
  'note-no-reasons': { who: 'oih', from: 'reasons-asked', to: 'in-progress' },
  defer: { who: 'lm', from: 'in-progress', to: 'same' },
  'notify-fee': { who: 'oih', from: 'in-progress', to: 'fee-notified' },
  'record-fee-receipt': { who: 'oih', from: 'fee-notified', to: 'same' },
  'record-payment': { who: 'oih', from: 'fee-notified', to: 'in-progress' },
  'lapse-fee': { who: 'oih', from: 'fee-notified', to: 'closed' },
  'ask-third-party': { who: 'oih', from: 'in-progress consulting', to: 'consulting' },
  'ask-co-maker': { who: 'oih', from: 'in-progress consulting', to: 'consulting' },
  'record-letter-receipt': { who: 'oih', from: 'consulting', to: 'same' },
  'record-opinion': { who: 'oih', from: 'consulting', to: 'same' },
  'note-silence': { who: 'oih', from: 'consulting', to: 'same' },
  'end-consulting': { who: 'oihsjlm', from: 'consulting', to: 'in-progress' },
  extend: { who: 'lm', from: 'in-progress reasons-asked consulting', to: 'same' },
  decide: { who: 'oih', from: 'in-progress', to: 'reviewing' },
  'answer-on-spot': { who: 'oih', from: 'in-progress', to: 'served' },
  'approve-draft': { who: 'hlm', from: 'reviewing', to: 'secrecy-reviewing' },
  'return-draft': { who: 'hlm', from: 'reviewing', to: 'in-progress' },
  'pass-secrecy': { who: 's', from: 'secrecy-reviewing', to: 'signing' },
  'return-from-secrecy': { who: 's', from: 'secrecy-reviewing', to: 'in-progress' },
  'send-to-legality': { who: 'oihsjlm', from: 'signing', to: 'legality-reviewing' },
  'pass-legality': { who: 'j', from: 'legality-reviewing', to: 'signing' },
  'return-from-legality': { who: 'j', from: 'legality-reviewing', to: 'in-progress' },
  sign: { who: 'lm', from: 'signing', to: 'signed' },
  'return-from-signing': { who: 'lm', from: 'signing', to: 'in-progress' },
  seal: { who: 'oih', from: 'signed', to: 'sealed' },
  serve: { who: 'oih', from: 'sealed', to: 'served' },
  close: { who: 'oih', from: 'served', to: 'closed' },
  archive: { who: 'oih', from: 'closed', to: 'archived' },
  'give-material': {
    who: 'oiha',
    from: 'registered in-progress correction-asked reasons-asked fee-notified consulting reviewing secrecy-reviewing legality-reviewing signing signed sealed',
    to: 'same',
  },
  'agree-electronic': {
    who: 'oiha',
    from: 'registered in-progress correction-asked reasons-asked fee-notified consulting reviewing secrecy-reviewing legality-reviewing signing signed sealed',
    to: 'same',
  },
  withdraw: {
    who: 'oiha',
    from: 'registered in-progress correction-asked reasons-asked fee-notified consulting reviewing secrecy-reviewing legality-reviewing signing',
    to: 'closed',
  },
  join: {
    who: 'oih',
    from: 'registered in-progress correction-asked reasons-asked fee-notified consulting reviewing secrecy-reviewing legality-reviewing signing',
    to: 'same',
  },
  unjoin: {
    who: 'oih',
    from: 'registered in-progress correction-asked reasons-asked fee-notified consulting reviewing secrecy-reviewing legality-reviewing signing',
    to: 'same',
  },
  split: { who: 'oih', from: 'in-progress', to: 'same' },
}

const today = day('2026-03-10')
const asked = { askedOn: day('2026-03-03'), until: day('2026-03-09') }

/** What the step needs besides the form, so that the table alone decides. */
const ready = (step: StepName): Partial<CaseFacts> => ({
  receivedOn: step === 'register' || step === 'receive' ? null : day('2026-03-02'),
  correction: ['lapse-correction', 'receive-correction'].includes(step) ? { ...asked, receivedOn: null } : null,
  reasons: step === 'ask-reasons' || step === 'split' ? null : { ...asked, given: step === 'defer', settled: false },
  fee: ['record-fee-receipt', 'record-payment', 'lapse-fee'].includes(step) ? { notifiedOn: day('2026-01-04'), receivedOn: step === 'record-fee-receipt' ? null : day('2026-01-05'), method: 'per-page', nth: 1, units: 31, yuan: 10, paidOn: null } : null,
  legality: step === 'send-to-legality' ? 'owed' : null,
  joinedTo: step === 'unjoin' ? 'SQ2026-000001' : null,
  consultations: step === 'end-consulting' || step === 'split' ? [] : [{ number: 1, kind: 'third-party', name: '某公司', sentOn: day('2026-01-05'), receivedOn: day('2026-01-06'), answeredOn: null, opinion: null }],
}) // prettier-ignore

const inputFor = (step: StepName): StepInput => ({ ...everything(today), channel: step === 'register' ? 'online' : 'counter' })
const inState = (step: StepName, state: State): CaseFacts => ({ ...caseAfter(), ...ready(step), state })

describe('a step', () => {
  it.each(stepNames)('%s is taken by whom and whence the office agreed, and by nobody else', (step) => {
    const { who, from, to } = expected[step]
    for (const state of stateNames) {
      const takers = [
        ...(Object.keys(roles) as Role[]).filter((role) => takeStep(step, inState(step, state), handOf('hand', role), nowOn(today), inputFor(step)).ok),
        ...(takeStep(step, inState(step, state), applicantHand, nowOn(today), inputFor(step)).ok ? ['applicant'] : []),
      ]
      const awaited = from.split(' ').includes(state) ? [...who].map((letter) => (letter === 'a' ? 'applicant' : letters[letter])) : []
      // What follows by itself asks for no right.
      const wanted: readonly (string | undefined)[] = stepRows[step].automatic && awaited.length > 0 ? Object.keys(roles) : awaited
      expect({ state, takers: takers.toSorted((a, b) => a.localeCompare(b)) }).toEqual({
        state,
        takers: [...wanted].toSorted((a, b) => (a ?? '').localeCompare(b ?? '')),
      })
      const taken = takeStep(step, inState(step, state), handOf('hand', ...(Object.keys(roles) as Role[])), nowOn(today), inputFor(step))
      if (taken.ok) expect(taken.value.to).toBe(to === 'same' ? state : to)
    }
  })

  const everyone = handOf('hand', ...(Object.keys(roles) as Role[]))
  const refusals = (step: StepName, facts: CaseFacts, input: Partial<StepInput> = {}, on = '2026-03-10'): string[] =>
    codesOf(takeStep(step, facts, everyone, nowOn(on), { ...everything(day(on)), ...input }))
  const received: Told = ['receive', '2026-03-02']
  const running = caseAfter(received)

  it.each<{ step: StepName; facts: CaseFacts; input?: Partial<StepInput>; on?: string; code: string }>([
    { step: 'receive', facts: caseAfter(), input: { channel: 'online' }, code: 'channel-otherwise' },
    { step: 'register', facts: caseAfter(), input: { channel: 'post-signed' }, code: 'channel-otherwise' },
    { step: 'receive', facts: caseAfter(), input: { day: day('2026-03-11') }, code: 'day-ahead' },
    { step: 'confirm', facts: caseAfter(['register', '2026-03-09']), input: { day: day('2026-03-08') }, code: 'day-early' },
    { step: 'ask-correction', facts: running, on: '2026-03-12', code: 'correction-late' },
    { step: 'ask-correction', facts: caseAfter(received, ['ask-correction', '2026-03-03', { until: day('2026-03-20') }], ['receive-correction', '2026-03-05']), code: 'corrected-before' },
    { step: 'ask-correction', facts: running, input: { until: day('2026-03-10') }, code: 'until-early' },
    { step: 'ask-correction', facts: running, input: { text: ' ' }, code: 'words-missing' },
    { step: 'lapse-correction', facts: caseAfter(received, ['ask-correction', '2026-03-03', { until: day('2026-03-10') }]), code: 'until-not-over' },
    { step: 'lapse-fee', facts: caseAfter(received, ['notify-fee', '2026-03-03', { fee: { method: 'per-page', nth: 1, units: 31 } }]), code: 'receipt-unknown' },
    { step: 'notify-fee', facts: running, input: { fee: { method: 'per-request', nth: 10, units: 1 } }, code: 'fee-nothing-due' },
    { step: 'notify-fee', facts: caseAfter(['receive', '2020-12-01']), on: '2020-12-02', code: 'fee-not-in-force' },
    { step: 'ask-co-maker', facts: caseAfter(['receive', '2019-05-14']), on: '2019-05-16', code: 'not-in-this-law' },
    { step: 'join', facts: caseAfter(received, ['join', '2026-03-03', { lead: 'SQ2026-000001' }]), code: 'joined-before' },
    { step: 'join', facts: running, input: { lead: ' ' }, code: 'lead-missing' },
    { step: 'unjoin', facts: caseAfter(received, ['join', '2026-03-03', { lead: 'SQ2026-000001' }], ['unjoin', '2026-03-04']), code: 'joined-to-none' },
    { step: 'split', facts: running, input: { parts: [] }, code: 'parts-missing' },
    { step: 'split', facts: caseAfter(received, ['ask-correction', '2026-03-03', { until: day('2026-03-20') }], ['receive-correction', '2026-03-05']), code: 'split-too-late' },
    { step: 'extend', facts: caseAfter(['receive', '2019-05-14']), on: '2019-05-16', code: 'extension-too-long' },
    { step: 'extend', facts: running, on: '2026-03-31', code: 'term-over' },
    { step: 'extend', facts: caseAfter(received, ['extend', '2026-03-09', { extension: { days: 5, consentBy: '周明' } }]), code: 'extended-before' },
    { step: 'extend', facts: running, input: { extension: { days: 5, consentBy: '' } }, code: 'consent-by-missing' },
    { step: 'note-silence', facts: caseAfter(received, ['ask-third-party', '2026-03-03', { other: { name: '某公司' } }]), code: 'letter-receipt-unknown' },
    { step: 'note-silence', facts: caseAfter(received, ['ask-third-party', '2026-03-03', { other: { name: '某公司' } }], ['record-letter-receipt', '2026-03-04', { consultation: 1 }]), code: 'opinion-not-overdue' },
    { step: 'record-opinion', facts: caseAfter(received, ['ask-third-party', '2026-03-03', { other: { name: '某公司' } }]), input: { consultation: 2 }, code: 'consultation-not-open' },
    { step: 'end-consulting', facts: caseAfter(received, ['ask-third-party', '2026-03-03', { other: { name: '某公司' } }]), code: 'opinions-awaited' },
    { step: 'decide', facts: running, input: { outcome: outcomeOf('withdrawn') }, code: 'outcome-by-step' },
    { step: 'decide', facts: caseAfter(['receive', '2019-05-14']), input: { outcome: outcomeOf('process') }, on: '2019-05-16', code: 'outcome-not-in-law' },
    { step: 'decide', facts: running, input: { outcome: { name: 'not-held', facts: {}, withheldUnder: [] } }, code: 'fact-missing' },
    { step: 'decide', facts: running, input: { outcome: { ...outcomeOf('partial'), withheldUnder: [] } }, code: 'grounds-missing' },
    { step: 'decide', facts: running, input: { outcome: outcomeOf('still-unclear') }, code: 'not-corrected-yet' },
    { step: 'decide', facts: running, input: { outcome: outcomeOf('excessive') }, code: 'reasons-not-asked' },
    { step: 'decide', facts: caseAfter(received, ['ask-third-party', '2026-03-03', { other: { name: '某公司' } }], ['record-opinion', '2026-03-05', { consultation: 1, opinion: 'objected' }], ['end-consulting', '2026-03-05']), input: { outcome: { name: 'granted', facts: { provided: '复印件' }, withheldUnder: [] } }, code: 'objection-unanswered' },
    { step: 'answer-on-spot', facts: running, input: { outcome: outcomeOf('not-held') }, code: 'outcome-not-on-spot' },
    { step: 'serve', facts: { ...running, state: 'sealed' }, input: { service: { way: 'electronic', proof: '到达记录', consent: false } }, code: 'consent-missing' },
    { step: 'serve', facts: { ...caseAfter(received, ['agree-electronic', '2026-03-11']), state: 'sealed' }, on: '2026-03-12', input: { day: day('2026-03-10'), service: { way: 'electronic', proof: '到达记录', consent: false } }, code: 'consent-missing' },
    { step: 'agree-electronic', facts: caseAfter(received, ['agree-electronic', '2026-03-03']), code: 'agreed-before' },
    { step: 'agree-electronic', facts: caseAfter(['receive', '2026-03-02', { agreed: true }]), code: 'agreed-before' },
    { step: 'agree-electronic', facts: caseAfter(['receive', '2019-05-14']), on: '2019-05-16', code: 'not-in-this-law' },
    { step: 'give-material', facts: caseAfter(received, ['ask-third-party', '2026-03-09', { other: { name: '某公司' } }]), input: { day: day('2026-03-01') }, code: 'day-early' },
    { step: 'give-material', facts: { ...running, materials: 20 }, code: 'materials-full' },
    { step: 'give-material', facts: running, input: { text: ' ' }, code: 'words-missing' },
    { step: 'sign', facts: { ...running, state: 'signing', drafterIds: ['hand'] }, code: 'own-draft' },
    { step: 'sign', facts: { ...running, state: 'signing', legality: 'owed' }, code: 'legality-unreviewed' },
    { step: 'pass-legality', facts: { ...running, state: 'legality-reviewing', drafterIds: ['hand'] }, code: 'own-draft' },
    { step: 'pass-legality', facts: { ...running, state: 'legality-reviewing' }, input: { text: ' ' }, code: 'words-missing' },
    { step: 'send-to-legality', facts: { ...running, state: 'signing', legality: 'passed' }, code: 'legality-not-owed' },
  ])('$step is refused with $code', ({ step, facts, input, on, code }) => {
    expect(refusals(step, facts, input, on)).toEqual([code])
  }) // prettier-ignore

  it('is served electronically once the applicant has agreed, with the application or later', () => {
    const service = { way: 'electronic', proof: '到达记录', consent: false } as const
    for (const agreed of [caseAfter(['receive', '2026-03-02', { agreed: true }]), caseAfter(received, ['agree-electronic', '2026-03-10'])])
      expect(refusals('serve', { ...agreed, state: 'sealed' }, { service })).toEqual([])
  })

  it('of the applicant’s own accord moves neither term nor state, nor holds up what the office did the day before', () => {
    const facts = caseAfter(received, ['give-material', '2026-03-10', { text: '附图' }], ['agree-electronic', '2026-03-10'])
    expect([facts.state, facts.lastDay, facts.restarts, facts.materials, facts.agreedOn]).toEqual(['in-progress', '2026-03-02', [], 1, '2026-03-10'])
    expect(
      refusals('give-material', caseAfter(received, ['ask-third-party', '2026-03-09', { other: { name: '某公司' } }]), { day: day('2026-03-05') }),
    ).toEqual([])
  })

  it('tells all the reasons at once', () => {
    const input: StepInput = { text: '' }
    expect(codesOf(takeStep('ask-correction', caseAfter(), handOf('hand', 'section-head'), nowOn('2026-03-10'), input))).toEqual([
      'wrong-state',
      'words-missing',
      'day-missing',
      'until-missing',
    ])
  })

  it('is offered closed, with the reason, where somebody else must take it', () => {
    const open = stepsFrom(running, handOf('hand', 'section-head'), nowOn('2026-03-10'))
    expect(open.find(({ name }) => name === 'extend')?.refusals.map(({ code }) => code)).toEqual(['not-yours-to-do'])
    expect(open.find(({ name }) => name === 'decide')?.refusals).toEqual([])
    expect(open.some(({ name }) => name === 'register' || name === 'end-consulting')).toBe(false)
  })
})

/** What a walker over the rows finds wrong. */
function faultsOf(rows: Readonly<Record<string, Step>>): string[] {
  const reached = new Set<State>(['start'])
  for (let before = -1; before !== reached.size;) {
    before = reached.size
    for (const { from, to } of Object.values(rows)) if (to !== 'same' && from.some((state) => reached.has(state))) reached.add(to)
  }
  // That an applicant may withdraw is no way on for the office.
  const leaves = (state: State): boolean =>
    Object.entries(rows).some(([name, { from, to }]) => name !== 'withdraw' && to !== 'same' && to !== state && from.includes(state))
  return [
    ...stateNames.filter((state) => !reached.has(state)).map((state) => `${state} is never reached`),
    ...stateNames.filter((state) => states[state].end === leaves(state)).map((state) => `${state}: only ends have no way out`),
  ]
}

describe('the workflow', () => {
  it('reaches every state, and only ends have no way out', () => {
    expect(faultsOf(stepRows)).toEqual([])
  })

  it.each(['register', 'decide', 'approve-draft', 'serve', 'archive', 'end-consulting'] as const)(
    'would be broken without %s, and the walker sees it',
    (name) => {
      const { [name]: _removed, ...rest } = stepRows
      expect(faultsOf(rest)).not.toEqual([])
    },
  )

  it('is drawn as it stands', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../../docs/generated/requests-steps.md'), 'utf8')).toBe(chartOf(stepRows))
  })
})
