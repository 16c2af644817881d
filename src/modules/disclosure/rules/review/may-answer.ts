// Who answers the questions of the sheet now, and at which level.
import type { Grant } from '../../../../kernel/actor.ts'
import { granted, refused, type Refusal, type Ruling } from '../../../../kernel/ruling.ts'
import type { State } from '../../law/states.ts'
import { reviewLevels, type ReviewLevel } from '../../law/review-levels.ts'
import { states } from '../../law/states.ts'
import type { EditionFacts, Hand } from '../facts.ts'
import { holdersOf } from '../take-step.ts'
import { malformed, type GivenAnswer } from './answers.ts'

/** The level at which a sheet is answered in a state; a referral's answer comes by its own step. */
export function levelAt(state: State): ReviewLevel | undefined {
  const levels = Object.keys(reviewLevels) as ReviewLevel[]
  return levels.find((level) => level !== 'referral' && (reviewLevels[level].states as readonly State[]).includes(state))
}

export function mayAnswer(facts: EditionFacts, by: Hand, answers: readonly GivenAnswer[]): Ruling<{ readonly level: ReviewLevel; readonly grant: Grant }> {
  const level = levelAt(facts.state)
  if (!level) return refused({ code: 'review-not-now', facts: { state: states[facts.state].title } })
  const { action, title } = reviewLevels[level]
  const grant = by.grantFor(action)
  if (!grant) return refused({ code: 'not-yours-to-do', article: 'ogi-2019/17', facts: { step: title, who: holdersOf(action) } })
  const refusals: Refusal[] = [...malformed(answers)]
  const hands = grant.onBehalfOf === null ? [by.accountId] : [by.accountId, grant.onBehalfOf]
  if (level !== 'author' && hands.some((one) => facts.authorIds.includes(one))) refusals.push({ code: 'own-work', article: 'ogi-2019/17' })
  return refusals.length > 0 ? refused(...refusals) : granted({ level, grant })
}
