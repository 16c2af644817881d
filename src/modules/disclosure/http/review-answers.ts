// The record of a review put into the shape of its contract.
import { daysBetween, type Day } from '../../../kernel/day.ts'
import { articleTitle } from '../../../law/laws.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { By } from '../../access/index.ts'
import { chasing } from '../law/chasing.ts'
import { referralAddressees } from '../law/referral.ts'
import { levelChoices, reviewLevels } from '../law/review-levels.ts'
import { questionNames, questionRows, releaseGrounds, reviewAnswers } from '../law/review-questions.ts'
import { confirmationsOf, type ConfirmationRow } from '../queries/confirmations.ts'
import type { Edition } from '../queries/edition.ts'
import { handAt, knownOf } from '../queries/facts.ts'
import { chasesOf, proofsOf, referralsOf, strikesOf, type AnswerRow, type ChaseTaken } from '../queries/review/record.ts'
import { roundOf } from '../queries/review/review.ts'
import { levelAt, mayAnswer } from '../rules/review/may-answer.ts'
import { toDecide } from '../rules/review/needs.ts'
import type { ReviewAnswerView } from './review-contract.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const givenOf = (row: AnswerRow) => ({
  level: row.level,
  levelTitle: reviewLevels[row.level].title,
  answer: row.answer,
  answerTitle: reviewAnswers[row.answer],
  ground: row.ground,
  groundTitle: row.ground === null ? null : releaseGrounds[row.ground].title,
  note: row.note,
  byName: row.byName,
  at: row.at.toISOString(),
})

function questionsOf(answers: readonly AnswerRow[]): ReviewAnswerView['questions'] {
  return questionNames.map((name) => {
    const { title, asks, article, onYes } = questionRows[name]
    const given = answers.filter((row) => row.question === name).map(givenOf)
    const grounds = onYes === 'forbids' || onYes === 'others' ? [] : onYes.map((ground) => ({ ground, title: releaseGrounds[ground].title }))
    return { question: name, title, asks, article: articleTitle(article), grounds, now: given.at(-1) ?? null, given }
  })
}

const titles: Readonly<Record<string, { readonly title: string }>> = chasing.confirmation

interface Around {
  readonly today: Day
  readonly chases: readonly ChaseTaken[]
  readonly decidable: ReadonlySet<string>
}

function confirmationOf(row: ConfirmationRow, { today, chases, decidable }: Around): ReviewAnswerView['confirmations'][number] {
  const { askedAt, answeredAt, decidedAt, chased: _levels, escalated: _escalated, ...rest } = row
  return {
    ...rest,
    askedAt: askedAt.toISOString(),
    answeredAt: iso(answeredAt),
    decidedAt: iso(decidedAt),
    daysLeft: row.answer === null && row.decided === null ? daysBetween(today, row.dueOn) : null,
    chases: chases
      .filter(({ subject }) => subject === row.unitId)
      .map(({ level, at }) => ({ level, title: titles[level]?.title ?? level, at: at.toISOString() })),
    toDecide: decidable.has(row.unitId),
  }
}

export async function reviewAnswer(tx: Tx, by: By, edition: Edition): Promise<ReviewAnswerView> {
  const { editionId } = edition
  const { facts, review } = await knownOf(tx, edition, by)
  const round = roundOf(edition)
  const level = levelAt(edition.state)
  const all = await confirmationsOf(tx, editionId, 'all')
  const decidable = edition.state === 'confirming' ? new Set(toDecide(facts).map(({ unitId }) => unitId)) : new Set<string>()
  const around = {
    today: by.today,
    chases: await chasesOf(tx, editionId, edition.round),
    decidable,
  }
  const open = new Set(facts.review.proposals.map(({ unitId }) => unitId))
  const left = (dueOn: Day, done: boolean): number | null => (done ? null : daysBetween(by.today, dueOn))
  return {
    round,
    questions: questionsOf(review.answers.filter((row) => row.round === round)),
    level: level ? { level, title: reviewLevels[level].title, mayAnswer: mayAnswer(facts, handAt(by.actor, edition), []).ok } : null,
    proposals: review.proposals.map(({ unitId, unitName, found, times, places }) => ({
      unitId,
      unitName,
      found,
      times,
      places: [...places],
      open: open.has(unitId),
    })),
    strikes: (await strikesOf(tx, editionId, edition.round)).map((row) => ({ ...row, at: row.at.toISOString() })),
    confirmations: all.filter((row) => row.round === edition.round).map((row) => confirmationOf(row, around)),
    earlier: all.filter((row) => row.round < edition.round).map((row) => confirmationOf(row, { ...around, chases: [], decidable: new Set() })),
    referrals: (await referralsOf(tx, editionId, edition.round)).map(({ kind, questions, askedAt, ...row }) => ({
      ...row,
      kindTitle: referralAddressees[kind],
      questions: questions.map((question) => ({ question, title: questionRows[question].title })),
      askedAt: askedAt.toISOString(),
      daysLeft: left(row.dueOn, row.answeredOn !== null),
    })),
    urgent: review.urgent
      ? {
          reason: review.urgent.reason,
          orderedBy: review.urgent.orderedBy,
          declaredByName: review.urgent.declaredByName,
          at: review.urgent.at.toISOString(),
          paperDueOn: review.urgent.paperDueOn,
          provisional: review.urgent.provisional,
          paperOwed: facts.review.paperOwed,
          daysLeft: left(review.urgent.paperDueOn, !facts.review.paperOwed),
          paperByName: review.urgent.paperByName,
          paperAt: iso(review.urgent.paperAt),
        }
      : null,
    setting: { levels: review.setting.levels, levelsTitle: levelChoices[review.setting.levels].title, proofreading: review.setting.proofreading },
    proofs: (await proofsOf(tx, editionId, edition.round)).map((row) => ({ ...row, at: row.at.toISOString() })),
  }
}
