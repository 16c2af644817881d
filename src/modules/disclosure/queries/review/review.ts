// The review of an edition as the rules weigh it: what was answered on this sheet, what is still open, how its unit reviews.
import type { Day } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import { proofTurns } from '../../law/review-levels.ts'
import type { ReviewFacts } from '../../rules/facts.ts'
import { newestOf } from '../../rules/review/answers.ts'
import type { ConfirmationRow } from '../confirmations.ts'
import type { Edition } from '../edition.ts'
import { namedUnits, type Proposal } from './names.ts'
import { answersOf, proofsOf, referralsOf, routeOf, strikesOf, type AnswerRow, type ReferralRow, type ReviewSetting, type UrgentRow } from './record.ts'

export interface Review {
  readonly facts: ReviewFacts
  /** Who signs in the end: the main leader where it matters, never by the urgent route. */
  readonly important: boolean
  readonly setting: ReviewSetting
  /** Of every round. */
  readonly answers: readonly AnswerRow[]
  readonly urgent: UrgentRow | undefined
  readonly openReferral: ReferralRow | undefined
  /** Found only where it matters: while the secrecy review is made. */
  readonly proposals: readonly Proposal[]
}

/** The sheet that is written on now: of a draft, the one that its submission will begin. */
export const roundOf = ({ round, state }: Pick<Edition, 'round' | 'state'>): number => (state === 'draft' || state === 'returned' ? round + 1 : round)

export async function reviewOf(tx: Tx, edition: Edition, today: Day, confirmations: readonly ConfirmationRow[]): Promise<Review> {
  const { editionId } = edition
  const round = roundOf(edition)
  const { setting, urgent } = await routeOf(tx, edition.handledById ?? edition.unitId, editionId, edition.round)
  const answers = await answersOf(tx, editionId)
  const proofs = setting.proofreading ? await proofsOf(tx, editionId, edition.round) : []
  const openReferral = edition.state === 'referred' ? (await referralsOf(tx, editionId, edition.round)).findLast((one) => one.answeredOn === null) : undefined
  const reviewing = edition.state === 'secrecy-review'
  const proposals = reviewing ? await namedUnits(tx, edition, today) : []
  const struck = proposals.length === 0 ? [] : await strikesOf(tx, editionId, edition.round)
  const seen = new Set([...struck, ...confirmations].map(({ unitId }) => unitId))
  return {
    facts: {
      answers: newestOf(answers.filter((one) => one.round === round)),
      proposals: proposals.filter(({ unitId }) => !seen.has(unitId)),
      sectionReviews: setting.levels >= 3,
      urgent: urgent !== undefined,
      paperOwed: urgent !== undefined && urgent.paperAttachmentId === null,
      proofsLeft: setting.proofreading ? proofTurns - proofs.length : null,
      referredQuestions: openReferral?.questions ?? [],
    },
    important: urgent === undefined && (edition.important || setting.levels === 4),
    setting,
    answers,
    urgent,
    openReferral,
    proposals,
  }
}
