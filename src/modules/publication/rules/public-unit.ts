// A unit as organization publishes it.
import type { Day } from '../../../kernel/day.ts'
import type { UnitProfile } from './unit-profile.ts'

export interface PublicUnit {
  readonly id: string
  readonly parentId: string | null
  readonly kind: string
  readonly name: string
  readonly shortName: string
  /** Path word of its pages. */
  readonly slug: string
  /** Organization code or unified credit code. */
  readonly frontCode: string
  readonly position: number
  /** What stands under a column with nothing in it: 本机关无此类信息, or nothing. */
  readonly emptyColumns: 'none-held' | 'hidden'
  readonly profile: UnitProfile
  /** The unit that took over its work. */
  readonly successorId: string | null
  readonly validUntil: Day | null
}
