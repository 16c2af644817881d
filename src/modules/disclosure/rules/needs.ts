// What each need of a step comes down to: a row finds every reason against it.
import { withdrawalReasons } from '../../publication/law/withdrawal-reasons.ts'
import { disclosureModes } from '../law/metadata.ts'
import { secrecyConclusions } from '../law/secrecy.ts'
import { states } from '../law/states.ts'
import type { Need } from '../law/steps.ts'
import { when, type Case, type Check } from './check.ts'
import { reviewMetByInput, reviewNeeds } from './review/needs.ts'

/** The person and whoever they stand in for: both hands count as one. */
const hands = ({ by, grant }: Case): string[] => (grant.onBehalfOf === null ? [by.accountId] : [by.accountId, grant.onBehalfOf])

const secrecyConclusion: Check = ({ facts, input }) => {
  const { secrecy } = input
  if (!secrecy) return [{ code: 'secrecy-conclusion-missing', field: 'detail.secrecy', article: 'secrecy-rules-2024/42' }]
  const lets: readonly string[] = secrecyConclusions[secrecy.conclusion].lets
  return [
    ...when(secrecy.basis.trim() === '', { code: 'secrecy-basis-missing', field: 'detail.secrecy.basis', article: 'secrecy-rules-2024/42' }),
    ...when(!lets.includes(facts.disclosureMode), {
      code: 'secrecy-conclusion-forbids',
      field: 'detail.secrecy.conclusion',
      article: secrecyConclusions[secrecy.conclusion].article,
      facts: { conclusion: secrecyConclusions[secrecy.conclusion].title, mode: disclosureModes[facts.disclosureMode] },
    }),
  ]
}

const unitsNamed: Check = ({ facts, input }) => {
  const unitIds = input.units?.unitIds ?? []
  return [
    ...when(unitIds.length === 0, { code: 'confirming-units-missing', field: 'detail.units', article: 'ogi-2019/11' }),
    ...when(unitIds.includes(facts.unitId), { code: 'confirming-unit-own', field: 'detail.units' }),
  ]
}

const signedSheet: Check = ({ facts, input }) => {
  const { paper } = input
  if (!paper) return [{ code: 'signed-sheet-missing', field: 'detail.paper' }]
  return [
    ...when(!facts.signedSheetIds.includes(paper.attachmentId), { code: 'signed-sheet-missing', field: 'detail.paper.attachmentId' }),
    ...when(paper.day > facts.today, { code: 'paper-day-ahead', field: 'detail.paper.day' }),
    ...when(!facts.paperSignerIds.includes(paper.signerId), { code: 'paper-signer-wrong', field: 'detail.paper.signerId', article: 'ogi-2019/17' }),
  ]
}

const timeAhead: Check = ({ facts, input }) =>
  input.time === undefined
    ? [{ code: 'time-missing', field: 'detail.time' }]
    : when(input.time.getTime() <= facts.now.getTime(), { code: 'time-past', field: 'detail.time' })

export const needs: Readonly<Record<Need, Check>> = {
  'metadata-complete': ({ facts }) => facts.findings,
  'reason-given': ({ input }) => when(input.opinion.trim() === '', { code: 'opinion-missing', field: 'opinion' }),
  'not-author': (of) =>
    when(
      hands(of).some((one) => of.facts.authorIds.includes(one)),
      { code: 'own-work', article: 'ogi-2019/17' },
    ),
  'is-author': ({ facts, by }) => when(!facts.authorIds.includes(by.accountId), 'not-the-author'),
  'nobody-looked': ({ facts }) => when(facts.lookedAt, 'looked-at'),
  'signed-once': (of) =>
    when(
      hands(of).some((one) => of.facts.signerIds.includes(one)),
      { code: 'signed-before', article: 'ogi-2019/17' },
    ),
  'secrecy-conclusion': secrecyConclusion,
  'secrecy-passed': ({ facts }) => when(!facts.secrecyPassed, { code: 'secrecy-review-missing', article: 'secrecy-rules-2024/42' }),
  'answer-given': ({ input }) => when(input.answer === undefined, { code: 'confirmation-answer-missing', field: 'detail.answer' }),
  'asked-unit': ({ facts, grant }) =>
    when(!facts.confirmations.some(({ unitId }) => unitId === grant.unitId), { code: 'unit-not-asked', article: 'ogi-2019/11' }),
  'units-named': unitsNamed,
  'not-important': ({ facts }) => when(facts.important, { code: 'main-leader-signs', article: 'ogi-2019/17' }),
  important: ({ facts }) => when(!facts.important, { code: 'leader-in-charge-signs', article: 'ogi-2019/17' }),
  'signed-sheet': signedSheet,
  'is-proactive': ({ facts }) => when(facts.disclosureMode !== 'proactive', { code: 'not-for-publication', article: 'ogi-2019/13' }),
  'not-proactive': ({ facts }) => [
    ...when(facts.disclosureMode === 'proactive', { code: 'must-be-published', article: 'ogi-2019/19' }),
    ...when(facts.disclosureMode === 'internal', { code: 'must-be-shown-inside', article: 'ogi-2019/16' }),
  ],
  'is-internal': ({ facts }) => when(facts.disclosureMode !== 'internal', { code: 'not-for-staff', article: 'ogi-2019/16' }),
  'reach-chosen': ({ input }) => when(input.reach === undefined, { code: 'reach-missing', field: 'detail.reach' }),
  'unit-has-nobody': ({ facts, grant }) =>
    when(grant.role === 'disclosure-office' && grant.unitId !== facts.unitId && facts.unitHasStaff, { code: 'unit-publishes-itself', article: 'ogi-2019/10' }),
  'time-ahead': timeAhead,
  'is-scheduled': ({ facts }) => when(!facts.scheduled, 'not-scheduled'),
  'gate-passed': ({ facts }) => facts.gateFindings,
  'is-live': ({ facts }) => when(!facts.isLive, 'not-live'),
  'never-live': ({ facts }) => when(facts.documentIsLive, { code: 'public-already', article: 'ogi-2019/18' }),
  'reason-coded': ({ input }) =>
    when(input.reason === undefined || !(input.reason in withdrawalReasons), {
      code: 'withdrawal-reason-missing',
      field: 'detail.reason',
      article: 'ogi-2019/18',
    }),
  'no-edition-in-work': ({ facts }) => when(facts.editionInWork, 'edition-in-work'),
  'not-own-turn': ({ facts, by }) => {
    const { turn } = states[facts.state]
    return when(turn !== null && turn !== 'author' && by.grantFor(turn) !== undefined, 'own-turn')
  },
  'not-yet-urged-today': ({ facts }) => when(facts.urgedToday, 'urged-today'),
  ...reviewNeeds,
}

/** Needs that are met by what is typed into the step's form: they do not close its button. */
export const metByInput: ReadonlySet<Need> = new Set<Need>([
  'reason-given',
  'secrecy-conclusion',
  'units-named',
  'answer-given',
  'signed-sheet',
  'time-ahead',
  'reason-coded',
  'reach-chosen',
  ...reviewMetByInput,
])
