// Writes the record of a review: every fact a row with who, when and why; nothing of it is changed later.
import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ReviewSetting } from '../queries/review/record.ts'
import type { ReferralAddressee } from '../law/referral.ts'
import type { ReviewLevel } from '../law/review-levels.ts'
import { questionRows } from '../law/review-questions.ts'
import type { GivenAnswer } from '../rules/review/answers.ts'
import { reviewTablesOf } from './review-tables.ts'

/** One sheet: an edition in one of its rounds. */
export interface SheetKey {
  readonly editionId: string
  readonly round: number
}

export interface Writing {
  readonly by: Actor
  readonly onBehalfOf?: string | null
  readonly at: Date
}

export interface DueDay {
  readonly on: Day
  readonly calendarVersion: string
  readonly provisional: boolean
}

const keyOf = ({ editionId, round }: SheetKey) => ({ edition_id: editionId, round })

export async function addAnswers(
  tx: Tx,
  sheet: SheetKey,
  level: ReviewLevel,
  answers: readonly GivenAnswer[],
  { by, onBehalfOf = null, at }: Writing,
): Promise<void> {
  if (answers.length === 0) return
  await reviewTablesOf(tx)
    .insertInto('disclosure.review_answer')
    .values(
      answers.map(({ question, answer, ground, note }) => ({
        ...keyOf(sheet),
        level,
        question,
        answer,
        ground: ground ?? null,
        note: note?.trim() ?? '',
        article: questionRows[question].article,
        by_account_id: by.accountId,
        by_name: by.name,
        on_behalf_of: onBehalfOf,
        at,
      })),
    )
    .execute()
}

export async function strikeProposals(
  tx: Tx,
  sheet: SheetKey,
  struck: readonly { readonly unitId: string; readonly found: string; readonly reason: string }[],
  { by, at }: Writing,
): Promise<void> {
  if (struck.length === 0) return
  const rows = struck.map(({ unitId, found, reason }) => ({
    ...keyOf(sheet),
    unit_id: unitId,
    found,
    reason: reason.trim(),
    struck_by: by.accountId,
    struck_by_name: by.name,
    at,
  }))
  await reviewTablesOf(tx)
    .insertInto('disclosure.proposal_struck')
    .values(rows)
    .onConflict((row) => row.columns(['edition_id', 'round', 'unit_id']).doNothing())
    .execute()
}

export async function addChase(
  tx: Tx,
  sheet: SheetKey,
  chase: { readonly subject: string; readonly level: string; readonly dueOn: Day; readonly at: Date },
): Promise<void> {
  await reviewTablesOf(tx)
    .insertInto('disclosure.chase')
    .values({ ...keyOf(sheet), subject: chase.subject, level: chase.level, due_on: chase.dueOn, at: chase.at })
    .onConflict((row) => row.doNothing())
    .execute()
}

export async function addDecision(
  tx: Tx,
  sheet: SheetKey,
  decision: { readonly unitId: string; readonly outcome: 'release' | 'change'; readonly reason: string },
  { by, at }: Writing,
): Promise<void> {
  const { unitId, outcome, reason } = decision
  await reviewTablesOf(tx)
    .insertInto('disclosure.confirmation_decision')
    .values({
      ...keyOf(sheet),
      unit_id: unitId,
      outcome,
      reason: reason.trim(),
      article: 'ogi-2019/11',
      decided_by: by.accountId,
      decided_by_name: by.name,
      at,
    })
    .execute()
}

export interface NewReferral {
  readonly kind: ReferralAddressee
  readonly addressee: string
  readonly matter: string
  readonly questions: readonly string[]
  readonly due: DueDay
}

export async function addReferral(tx: Tx, sheet: SheetKey, { kind, addressee, matter, questions, due }: NewReferral, { by, at }: Writing): Promise<void> {
  await reviewTablesOf(tx)
    .insertInto('disclosure.referral')
    .values({
      ...keyOf(sheet),
      addressee_kind: kind,
      addressee: addressee.trim(),
      matter: matter.trim(),
      questions: [...questions],
      asked_by: by.accountId,
      asked_by_name: by.name,
      asked_at: at,
      due_on: due.on,
      calendar_version: due.calendarVersion,
      provisional: due.provisional,
    })
    .execute()
}

export async function answerReferral(
  tx: Tx,
  referralId: string,
  answer: { readonly day: Day; readonly answeredBy: string; readonly document: string },
  { by, at }: Writing,
): Promise<void> {
  await reviewTablesOf(tx)
    .insertInto('disclosure.referral_answer')
    .values({
      referral_id: referralId,
      answered_on: answer.day,
      answered_by: answer.answeredBy.trim(),
      document: answer.document.trim(),
      recorded_by: by.accountId,
      recorded_by_name: by.name,
      recorded_at: at,
    })
    .execute()
}

export async function declareUrgent(
  tx: Tx,
  sheet: SheetKey,
  { reason, orderedBy, due }: { readonly reason: string; readonly orderedBy: string; readonly due: DueDay },
  { by, at }: Writing,
): Promise<void> {
  await reviewTablesOf(tx)
    .insertInto('disclosure.urgent_route')
    .values({
      ...keyOf(sheet),
      reason: reason.trim(),
      ordered_by: orderedBy.trim(),
      declared_by: by.accountId,
      declared_by_name: by.name,
      at,
      paper_due_on: due.on,
      calendar_version: due.calendarVersion,
      provisional: due.provisional,
    })
    .execute()
}

export async function completePaper(tx: Tx, sheet: SheetKey, attachmentId: string, { by, at }: Writing): Promise<void> {
  await reviewTablesOf(tx)
    .insertInto('disclosure.urgent_paper')
    .values({ ...keyOf(sheet), attachment_id: attachmentId, recorded_by: by.accountId, recorded_by_name: by.name, at })
    .execute()
}

export async function markProof(tx: Tx, sheet: SheetKey, { turn, note }: { readonly turn: number; readonly note: string }, { by, at }: Writing): Promise<void> {
  await reviewTablesOf(tx)
    .insertInto('disclosure.proof_mark')
    .values({ ...keyOf(sheet), turn, by_account_id: by.accountId, by_name: by.name, note: note.trim(), at })
    .execute()
}

export async function putSetting(tx: Tx, unitId: string, { levels, proofreading }: ReviewSetting, { by, at }: Writing): Promise<void> {
  const values = { levels, proofreading, updated_by: by.accountId, updated_at: at }
  await reviewTablesOf(tx)
    .insertInto('disclosure.review_setting')
    .values({ unit_id: unitId, ...values })
    .onConflict((row) => row.column('unit_id').doUpdateSet(values))
    .execute()
}

/** Stores the answer of another calendar: the due day is cached, never typed. */
export async function moveDueDay(
  tx: Tx,
  { kind, editionId, round, subject }: SheetKey & { readonly kind: 'confirmation' | 'referral' | 'paper'; readonly subject: string },
  { on, calendarVersion, provisional }: DueDay,
): Promise<void> {
  const columns = sql`calendar_version = ${calendarVersion}, provisional = ${provisional} where edition_id = ${editionId} and round = ${round}`
  const statements = {
    confirmation: sql`update disclosure.confirmation set due_on = ${on}, ${columns} and unit_id::text = ${subject} and answer is null`,
    referral: sql`update disclosure.referral set due_on = ${on}, ${columns} and not exists (select from disclosure.referral_answer where referral_id = referral.id)`,
    paper: sql`update disclosure.urgent_route set paper_due_on = ${on}, ${columns}`,
  }
  await statements[kind].execute(tx)
}
