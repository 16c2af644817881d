// A unit as the rules see it.
import type { Day } from '../../../kernel/day.ts'
import type { UnitKind } from '../law/unit-kinds.ts'

export interface Unit {
  readonly id: string
  readonly kind: UnitKind
  readonly parentId: string | null
  readonly name: string
  readonly shortName: string
  readonly organizationCode: string | null
  readonly creditCode: string | null
  readonly slug: string
  readonly duties: string
  readonly address: string
  readonly officeHours: string
  readonly phone: string
  readonly fax: string
  readonly email: string
  readonly postcode: string
  readonly position: number
  readonly hasOwnStaff: boolean
  readonly emptyColumns: 'none-held' | 'hidden'
  readonly validFrom: Day
  readonly validUntil: Day | null
  readonly version: number
}

/** What a person writes about a unit; kind, life and version are set by what happens to it. */
export type UnitFacts = Omit<Unit, 'id' | 'kind' | 'validFrom' | 'validUntil' | 'version'>

/** A stretch of days with a name and a parent that is over. */
export interface FormerStanding {
  readonly unitId: string
  readonly name: string
  readonly shortName: string
  readonly parentId: string | null
  readonly validFrom: Day
  readonly validUntil: Day
}

export const isInForce = (life: { readonly validFrom: Day; readonly validUntil: Day | null }, on: Day): boolean =>
  life.validFrom <= on && (life.validUntil === null || on <= life.validUntil)
