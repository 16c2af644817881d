// What people fill in for a step, as shapes: which parts are asked for stands in the step's row.
import { z } from 'zod'
import { internalReaches, type InternalReach } from '../law/internal-reach.ts'
import { referralAddressees, type ReferralAddressee } from '../law/referral.ts'
import { releaseGrounds, reviewAnswers, reviewQuestions, type QuestionName, type ReleaseGround, type ReviewAnswer } from '../law/review-questions.ts'
import { secrecyConclusions, type SecrecyConclusion } from '../law/secrecy.ts'
import { aDay, id, instant, keysOf, text } from './shapes.ts'

/** An answer to one question of the review sheet; `ground` says why it may go out although the answer is yes. */
export const givenAnswer = z.object({
  question: z.enum(keysOf<QuestionName>(reviewQuestions)),
  answer: z.enum(keysOf<ReviewAnswer>(reviewAnswers)),
  ground: z.enum(keysOf<ReleaseGround>(releaseGrounds)).nullish(),
  note: text(300).optional(),
})

export const stepDetail = z.object({
  /** 保密审查: what it was held against, and what came out. */
  secrecy: z.object({ basis: text(500), conclusion: z.enum(keysOf<SecrecyConclusion>(secrecyConclusions)) }).optional(),
  /** 会签: who is asked, and what. */
  units: z.object({ unitIds: z.array(id).min(1).max(20), question: text(500).default('') }).optional(),
  answer: z.enum(['agreed', 'objected']).optional(),
  /** 定时发布. */
  time: instant.optional(),
  /** Key of publication/law/withdrawal-reasons.ts. */
  reason: z.string().max(40).optional(),
  /** 内部公开: whose staff reads it. */
  reach: z.enum(Object.keys(internalReaches) as [InternalReach, ...InternalReach[]]).optional(),
  /** A signature given on paper: the scanned sheet, the day, and who signed. */
  paper: z.object({ attachmentId: id, day: aDay, signerId: id }).optional(),
  /** 逐项审查: answers to the questions of the sheet; those not named keep what was answered on this sheet before. */
  review: z.array(givenAnswer).max(20).optional(),
  /** Units that the text names and that need not be asked. */
  struck: z
    .array(z.object({ unitId: id, reason: text(300) }))
    .max(50)
    .optional(),
  /** 报请确定: whom an uncertain case is referred to. */
  referral: z.object({ kind: z.enum(keysOf<ReferralAddressee>(referralAddressees)), addressee: text(100), matter: text(1000) }).optional(),
  referralAnswer: z.object({ day: aDay, answeredBy: text(100), document: text(100), answers: z.array(givenAnswer).max(20) }).optional(),
  /** 裁定: the unit whose objection or silence is ruled on. */
  decision: z.object({ unitId: id }).optional(),
  urgent: z.object({ reason: text(500), orderedBy: text(100) }).optional(),
  sheet: z.object({ attachmentId: id }).optional(),
})
