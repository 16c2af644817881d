// The shapes of the record of a review.
import { z } from 'zod'
import { levelChoices } from '../law/review-levels.ts'
import { aDay, id, instant } from './shapes.ts'
import { givenAnswer } from './step-shapes.ts'

const answerGiven = z.object({
  level: z.string(),
  levelTitle: z.string(),
  answer: z.enum(['yes', 'no', 'uncertain']),
  answerTitle: z.string(),
  ground: z.string().nullable(),
  groundTitle: z.string().nullable(),
  note: z.string(),
  byName: z.string(),
  at: instant,
})

const question = z.object({
  question: givenAnswer.shape.question,
  title: z.string(),
  asks: z.string(),
  article: z.string(),
  /** Grounds that let it out although the answer is yes. */
  grounds: z.array(z.object({ ground: z.string(), title: z.string() })),
  /** What holds on this sheet, or null where nobody has answered. */
  now: answerGiven.nullable(),
  /** Everything that was answered on this sheet, oldest first. */
  given: z.array(answerGiven),
})

const place = z.object({ before: z.string(), name: z.string(), after: z.string() })

const confirmation = z.object({
  unitId: id,
  unitName: z.string(),
  round: z.number().int(),
  question: z.string(),
  askedAt: instant,
  dueOn: aDay,
  provisional: z.boolean(),
  /** Days until it is due; negative where it is late, null where it is answered. */
  daysLeft: z.number().int().nullable(),
  answer: z.enum(['agreed', 'objected']).nullable(),
  opinion: z.string(),
  answeredByName: z.string().nullable(),
  answeredAt: instant.nullable(),
  decided: z.enum(['release', 'change']).nullable(),
  decisionReason: z.string().nullable(),
  decidedByName: z.string().nullable(),
  decidedAt: instant.nullable(),
  chases: z.array(z.object({ level: z.string(), title: z.string(), at: instant })),
  /** The disclosure office may rule on it now. */
  toDecide: z.boolean(),
})

const referral = z.object({
  referralId: id,
  kindTitle: z.string(),
  addressee: z.string(),
  matter: z.string(),
  questions: z.array(z.object({ question: givenAnswer.shape.question, title: z.string() })),
  askedByName: z.string(),
  askedAt: instant,
  dueOn: aDay,
  provisional: z.boolean(),
  daysLeft: z.number().int().nullable(),
  answeredOn: aDay.nullable(),
  answeredBy: z.string().nullable(),
  document: z.string().nullable(),
  recordedByName: z.string().nullable(),
})

export const review = z.object({
  round: z.number().int(),
  questions: z.array(question),
  /** Whether I may answer the questions now, and at which level. */
  level: z.object({ level: z.string(), title: z.string(), mayAnswer: z.boolean() }).nullable(),
  /** Units that the text names; `settled` says how, null where nothing is settled. */
  proposals: z.array(z.object({ unitId: id, unitName: z.string(), found: z.string(), times: z.number().int(), places: z.array(place), open: z.boolean() })),
  strikes: z.array(z.object({ unitId: id, unitName: z.string(), found: z.string(), reason: z.string(), struckByName: z.string(), at: instant })),
  /** Of this round; those of earlier rounds below. */
  confirmations: z.array(confirmation),
  earlier: z.array(confirmation),
  referrals: z.array(referral),
  urgent: z
    .object({
      reason: z.string(),
      orderedBy: z.string(),
      declaredByName: z.string(),
      at: instant,
      paperDueOn: aDay,
      provisional: z.boolean(),
      paperOwed: z.boolean(),
      daysLeft: z.number().int().nullable(),
      paperByName: z.string().nullable(),
      paperAt: instant.nullable(),
    })
    .nullable(),
  setting: z.object({ levels: z.number().int(), levelsTitle: z.string(), proofreading: z.boolean() }),
  proofs: z.array(z.object({ turn: z.number().int(), byName: z.string(), note: z.string(), at: instant })),
})

const levelsOf = Object.keys(levelChoices).map(Number)

export const setting = z.object({
  levels: z
    .number()
    .int()
    .refine((value) => levelsOf.includes(value), '请选择两级、三级或者四级'),
  proofreading: z.boolean(),
})
