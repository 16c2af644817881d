// Whether a post may be given: the section belongs to the unit, both are in force, and it is not held already.
import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import { isInForce, type Unit } from './unit.ts'

export type PostRefusal = 'section-elsewhere' | 'unit-not-in-force' | 'same-post' | 'dates-order' | 'post-ended'

export interface PostProposal {
  readonly unit: Unit
  readonly section: Unit | undefined
  readonly sectionId: string | null
  readonly title: string
  readonly from: Day
}

interface HeldPost {
  readonly unitId: string
  readonly sectionId: string | null
  readonly title: string
  readonly validUntil: Day | null
}

export function checkPost({ unit, section, sectionId, title, from }: PostProposal, held: readonly HeldPost[]): Refusal<PostRefusal>[] {
  const reasons: Refusal<PostRefusal>[] = []
  if (!isInForce(unit, from)) reasons.push({ code: 'unit-not-in-force', field: 'unitId' })
  if (sectionId !== null && (section?.kind !== 'section' || section.parentId !== unit.id)) reasons.push({ code: 'section-elsewhere', field: 'sectionId' })
  else if (section && !isInForce(section, from)) reasons.push({ code: 'unit-not-in-force', field: 'sectionId' })
  if (
    held.some(
      (post) => post.unitId === unit.id && post.sectionId === sectionId && post.title === title && (post.validUntil === null || post.validUntil >= from),
    )
  )
    reasons.push({ code: 'same-post', field: 'title' })
  return reasons
}

/** A post, a seat or a group ends once, and not before it began. */
export function checkLastDay<Code extends string>(
  life: { readonly validFrom: Day; readonly validUntil: Day | null },
  lastDay: Day,
  endedCode: Code,
): Refusal<Code | 'dates-order'>[] {
  const reasons: Refusal<Code | 'dates-order'>[] = []
  if (life.validUntil !== null) reasons.push({ code: endedCode })
  if (lastDay < life.validFrom) reasons.push({ code: 'dates-order', field: 'lastDay' })
  return reasons
}
