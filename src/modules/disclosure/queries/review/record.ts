// What the record of a review says of one sheet: answers, proposals, referral, urgent route, readings, chases.
import { sql } from 'kysely'
import type { Day } from '../../../../kernel/day.ts'
import type { Tx } from '../../../../platform/database/database.ts'
import { usualLevels, type Levels, type ReviewLevel } from '../../law/review-levels.ts'
import type { QuestionName, ReleaseGround, ReviewAnswer } from '../../law/review-questions.ts'
import type { ReferralAddressee } from '../../law/referral.ts'

export interface AnswerRow {
  readonly round: number
  readonly level: ReviewLevel
  readonly question: QuestionName
  readonly answer: ReviewAnswer
  readonly ground: ReleaseGround | null
  readonly note: string
  readonly article: string
  readonly byName: string
  readonly at: Date
}

/** All answers of the edition, of every round, in the order in which they were given. */
export async function answersOf(tx: Tx, editionId: string): Promise<AnswerRow[]> {
  const { rows } = await sql<AnswerRow>`
    select round, level, question, answer, ground, note, article, by_name as "byName", at
    from disclosure.review_answer where edition_id = ${editionId} order by id`.execute(tx)
  return rows
}

export interface StrikeRow {
  readonly unitId: string
  readonly unitName: string
  readonly found: string
  readonly reason: string
  readonly struckByName: string
  readonly at: Date
}

export async function strikesOf(tx: Tx, editionId: string, round: number): Promise<StrikeRow[]> {
  const { rows } = await sql<StrikeRow>`
    select unit_id as "unitId", unit.name as "unitName", found, reason, struck_by_name as "struckByName", at
    from disclosure.proposal_struck join organization.unit on unit.id = unit_id
    where edition_id = ${editionId} and round = ${round} order by at, unit.name`.execute(tx)
  return rows
}

export interface ReferralRow {
  readonly referralId: string
  readonly kind: ReferralAddressee
  readonly addressee: string
  readonly questions: readonly QuestionName[]
  readonly matter: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly dueOn: Day
  readonly provisional: boolean
  readonly answeredOn: Day | null
  readonly answeredBy: string | null
  readonly document: string | null
  readonly recordedByName: string | null
}

export async function referralsOf(tx: Tx, editionId: string, round: number): Promise<ReferralRow[]> {
  const { rows } = await sql<ReferralRow>`
    select id as "referralId", addressee_kind as kind, addressee, questions, matter, asked_by_name as "askedByName", asked_at as "askedAt",
      due_on as "dueOn", provisional, answered_on as "answeredOn", answered_by as "answeredBy", document, recorded_by_name as "recordedByName"
    from disclosure.referral left join disclosure.referral_answer on referral_id = referral.id
    where edition_id = ${editionId} and round = ${round} order by asked_at, referral.id`.execute(tx)
  return rows
}

export interface UrgentRow {
  readonly round: number
  readonly reason: string
  readonly orderedBy: string
  readonly declaredByName: string
  readonly at: Date
  readonly paperDueOn: Day
  readonly provisional: boolean
  readonly paperAttachmentId: string | null
  readonly paperByName: string | null
  readonly paperAt: Date | null
}

export interface ProofRow {
  readonly turn: number
  readonly byName: string
  readonly note: string
  readonly at: Date
}

export async function proofsOf(tx: Tx, editionId: string, round: number): Promise<ProofRow[]> {
  const { rows } = await sql<ProofRow>`
    select turn, by_name as "byName", note, at from disclosure.proof_mark where edition_id = ${editionId} and round = ${round} order by turn`.execute(tx)
  return rows
}

export interface ReviewSetting {
  readonly levels: Levels
  readonly proofreading: boolean
}

export interface RouteOfReview {
  /** How the unit reviews; what it has not chosen is as usual. */
  readonly setting: ReviewSetting
  /** The urgent route of this round, or undefined where it goes the usual way. */
  readonly urgent: UrgentRow | undefined
}

/** The way that one sheet goes: asked at every step. */
export async function routeOf(tx: Tx, unitId: string, editionId: string, round: number): Promise<RouteOfReview> {
  const { rows } = await sql<ReviewSetting & (UrgentRow | { readonly round: null })>`
    select coalesce(setting.levels, ${usualLevels}::int) as levels, coalesce(setting.proofreading, false) as proofreading,
      route.round, route.reason, route.ordered_by as "orderedBy", route.declared_by_name as "declaredByName", route.at, route.paper_due_on as "paperDueOn",
      route.provisional, paper.attachment_id as "paperAttachmentId", paper.recorded_by_name as "paperByName", paper.at as "paperAt"
    from (select) as sheet
    left join disclosure.review_setting setting on setting.unit_id = ${unitId}
    left join disclosure.urgent_route route on route.edition_id = ${editionId} and route.round = ${round}
    left join disclosure.urgent_paper paper on paper.edition_id = route.edition_id and paper.round = route.round`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a row was expected, whatever is chosen')
  const { levels, proofreading, ...urgent } = row
  return { setting: { levels, proofreading }, urgent: urgent.round === null ? undefined : urgent }
}

export interface SettingRow extends ReviewSetting {
  readonly unitId: string
  readonly unitName: string
  readonly chosen: boolean
}

/** Units that review for themselves, each with how. */
export async function settingRows(tx: Tx, unitIds: readonly string[] | 'all'): Promise<SettingRow[]> {
  const { rows } = await sql<SettingRow>`
    select unit.id as "unitId", unit.name as "unitName", coalesce(levels, ${usualLevels}) as levels, coalesce(proofreading, false) as proofreading, levels is not null as chosen
    from organization.unit left join disclosure.review_setting on unit_id = unit.id
    where unit.kind <> 'section' and unit.valid_until is null and unit.has_own_staff
      and ${unitIds === 'all' ? sql`true` : sql`unit.id = any(${[...unitIds]}::uuid[])`}
    order by unit.position, unit.name`.execute(tx)
  return rows
}

export interface ChaseTaken {
  readonly subject: string
  readonly level: string
  readonly at: Date
}

export async function chasesOf(tx: Tx, editionId: string, round: number): Promise<ChaseTaken[]> {
  const { rows } = await sql<ChaseTaken>`
    select subject, level, at from disclosure.chase where edition_id = ${editionId} and round = ${round} order by at, level`.execute(tx)
  return rows
}
