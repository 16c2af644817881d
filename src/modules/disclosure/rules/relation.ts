// May two documents be related so? Every reason against it at once.
import { daysBetween, type Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import type { InterpretationForm, RelationKindName } from '../../publication/law/relation-kinds.ts'
import { terms } from '../../../law/terms.ts'

export interface RelationFacts {
  readonly kind: RelationKindName
  readonly fromId: string
  readonly toId: string
  readonly form: InterpretationForm | null
  readonly periodFrom: Day | null
  readonly periodTo: Day | null
  readonly shortReason: string
}

const leastDays = terms['public-comment'].versions[0].length.count

/** Fewer days than the law asks for, both counted: then the reason is owed. */
const isShort = (from: Day, to: Day): boolean => daysBetween(from, to) + 1 < leastDays

export function reasonsAgainstRelation({ kind, fromId, toId, form, periodFrom, periodTo, shortReason }: RelationFacts): Refusal[] {
  const reasons: Refusal[] = []
  if (fromId === toId) reasons.push({ code: 'related-to-itself', field: 'documentId' })
  if (kind === 'interprets' && form === null) reasons.push({ code: 'interpretation-form-missing', field: 'form' })
  if (kind !== 'consults') return reasons
  if (periodFrom === null || periodTo === null) reasons.push({ code: 'consultation-period-missing', field: 'periodFrom', article: 'decision-2019/15' })
  else if (periodTo < periodFrom) reasons.push({ code: 'consultation-period-backward', field: 'periodTo' })
  else if (isShort(periodFrom, periodTo) && shortReason.trim() === '')
    reasons.push({ code: 'consultation-short', field: 'shortReason', article: 'decision-2019/15' })
  return reasons
}
