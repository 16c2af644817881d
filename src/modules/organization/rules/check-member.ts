// Whether somebody may take a seat in a leading group.
import type { Day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/ruling.ts'
import type { Seat } from '../law/seats.ts'
import { isInForce } from './unit.ts'

export type MemberRefusal = 'group-not-in-force' | 'already-seated' | 'one-chair-office'

interface Taken {
  readonly personId: string
  readonly seat: Seat
  readonly validUntil: Day | null
}

/** There may be two chairs (双组长), but one head of the office. */
export function checkMember(
  group: { readonly validFrom: Day; readonly validUntil: Day | null; readonly members: readonly Taken[] },
  of: { readonly personId: string; readonly seat: Seat; readonly from: Day },
): Refusal<MemberRefusal>[] {
  const reasons: Refusal<MemberRefusal>[] = []
  if (!isInForce(group, of.from)) reasons.push({ code: 'group-not-in-force', field: 'validFrom' })
  const sitting = group.members.filter((member) => member.seat === of.seat && (member.validUntil === null || member.validUntil >= of.from))
  if (sitting.some((member) => member.personId === of.personId)) reasons.push({ code: 'already-seated', field: 'personId' })
  else if (of.seat === 'office-head' && sitting.length > 0) reasons.push({ code: 'one-chair-office', field: 'seat' })
  return reasons
}
