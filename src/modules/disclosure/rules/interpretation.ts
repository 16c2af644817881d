// Does a document owe an interpretation, and where does that stand? Lateness is asked of the day, never kept.
import type { Day } from '../../../kernel/day.ts'
import { interpretationNeeds, type InterpretationNeed } from '../law/interpretation-needs.ts'

export interface InterpretedDocument {
  readonly title: string
  readonly kind: string
  readonly columnKinds: readonly string[]
}

/** Interpretations and drafts for comment explain themselves. */
const ofItself = /解读|图解|征求意见|公开征集/u

export function interpretationNeed({ title, kind, columnKinds }: InterpretedDocument): InterpretationNeed | undefined {
  if (ofItself.test(title)) return undefined
  return interpretationNeeds.find(
    ({ columns, kinds, titled }) =>
      columns.some((one) => columnKinds.includes(one)) && (kinds as readonly string[]).includes(kind) && (titled === undefined || titled.test(title)),
  )
}

export type InterpretationStanding = 'given' | 'given-late' | 'waived' | 'waiting' | 'late'

export const standingTitles = {
  waiting: '待解读',
  late: '逾期未解读',
  given: '已解读',
  'given-late': '逾期解读',
  waived: '不需解读',
} as const satisfies Record<InterpretationStanding, string>

export interface DutyFacts {
  readonly dueOn: Day
  /** Day on which the first interpretation went out, or null. */
  readonly givenOn: Day | null
  readonly waived: boolean
}

export function standingOf({ dueOn, givenOn, waived }: DutyFacts, today: Day): InterpretationStanding {
  if (givenOn !== null) return givenOn <= dueOn ? 'given' : 'given-late'
  if (waived) return 'waived'
  return dueOn < today ? 'late' : 'waiting'
}
